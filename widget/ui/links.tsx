import { findLinks } from './find-links.ts';
import css from './styles/links.css?inline';

export { css };
/** None of its own: what is written is the people's. */
export const words = {};

export interface LinksProps {
  text: string;
}

/** A text with its web and e-mail addresses as links, which tell the other side nothing of this page. */
export function View({ text }: LinksProps) {
  return (
    <>
      {findLinks(text).map(({ text: piece, href, host }, index) =>
        href ? (
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {piece}
            {host && <bdi> ({host})</bdi>}
          </a>
        ) : (
          piece
        ),
      )}
    </>
  );
}
