import type { Face } from '../../protocol/wire/faces.ts';
import type { AgentCard } from '../../protocol/wire/model.ts';
import { handed } from './handed.ts';
import { initialsOf } from './initials.ts';
import { strings } from './strings.ts';
import css from './styles/face.css?inline';

/** Nothing is said here but what the team wrote. */
export const words = {};
export { css };

/** What the part needs of the relay and the browser; later-face.tsx joins it. */
export interface FaceParts {
  /** Undefined: not known, or nothing was set. */
  faceOf(agentId: string): Face | undefined;
  /** Asks for it, where that was not done before; `changed` when it is known. The answer ends the listening. */
  ask(agentId: string, changed: () => void): () => void;
  draw(picture: string, canvas: HTMLCanvasElement): Promise<boolean>;
}

export interface FaceProps {
  agent: AgentCard;
  /** `title`: what she does, behind her name. `small`: beside her messages. `typing`: that she writes. */
  part?: 'title' | 'small' | 'typing' | undefined;
}

/** That an agent writes; her picture over the initials, which stand there until it is drawn and where there is none (W31). */
export function createView(parts: FaceParts) {
  return ({ agent, part }: FaceProps) => {
    const [, draw] = handed.useState({});
    handed.useEffect(() => parts.ask(agent.id, () => draw({})), [agent.id]);
    const face = parts.faceOf(agent.id);
    if (part === 'title')
      return face?.title ? (
        <>
          <span>{' · '}</span>
          <span class="title">{face.title}</span>
        </>
      ) : null;
    if (part === 'typing') return <Typing name={agent.name} />;
    const inside = (
      <>
        {initialsOf(agent.name)}
        {face?.picture && <Picture key={face.picture} id={face.picture} parts={parts} />}
      </>
    );
    if (!part) return inside;
    return (
      <span class="face small" aria-hidden="true">
        {inside}
      </span>
    );
  };
}

function Typing({ name }: { name: string }) {
  return (
    <p class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class="unseen">{strings.typing(name)}</span>
    </p>
  );
}

/** On a canvas: a page needs no `img-src` for it (W5). The name beside it says who it is. */
function Picture({ id, parts }: { id: string; parts: FaceParts }) {
  const canvas = handed.useRef<HTMLCanvasElement>(null);
  handed.useEffect(() => {
    const { current } = canvas;
    if (current) void parts.draw(id, current).then((drawn) => current.classList.toggle('drawn', drawn));
  }, []);
  return <canvas class="photo" ref={canvas} />;
}
