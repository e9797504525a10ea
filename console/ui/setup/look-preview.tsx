import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrontSettings } from '../../../protocol/wire/front.ts';
import type { LookSettings } from '../../../protocol/wire/look.ts';
import type { PreviewSaid, PreviewTold } from '../../../protocol/wire/preview.ts';
import { Choice } from '../choice.tsx';
import { lookWords as words } from '../strings-of-look.ts';

/** The page that holds the widget (demo/preview); it comes from this very relay. */
const PAGE = '/demo/preview.html';
const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl', 'tr', 'ar', 'he', 'ja', 'zh', 'hi', 'ru', 'uk'];

interface Props {
  look: LookSettings;
  front: FrontSettings;
  /** The widget says which texts it has. */
  onTexts(texts: Record<string, string>): void;
}

/** Z12 The widget that this relay serves, with what is being written, and with a relay of paper behind it. */
export function LookPreview({ look, front, onTexts }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isThere, setThere] = useState(false);
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop');
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  const [language, setLanguage] = useState('en');
  const told: PreviewTold = { look, front, scheme, language };
  const text = JSON.stringify(told);
  useEffect(() => {
    // Extensions and tools speak to the page from its frames as well.
    const hear = ({ origin, source, data }: MessageEvent<PreviewSaid | undefined>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow || !data?.texts) return;
      setThere(true);
      onTexts(data.texts);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (isThere) frame.current?.contentWindow?.postMessage(JSON.parse(text), location.origin);
  }, [isThere, text]);
  return (
    <figure class="look-preview">
      <figcaption>
        <h2>{words.preview}</h2>
        <p class="field-hint">{words.previewHint}</p>
      </figcaption>
      <div class="look-choices">
        <Choice
          label={words.width}
          value={width}
          options={[
            ['desktop', words.widths.desktop],
            ['phone', words.widths.phone],
          ]}
          onChange={(next) => setWidth(next as typeof width)}
        />
        <Choice
          label={words.scheme}
          value={scheme}
          options={[
            ['light', words.schemes.light],
            ['dark', words.schemes.dark],
          ]}
          onChange={(next) => setScheme(next as typeof scheme)}
        />
        <Choice
          label={words.language}
          value={language}
          options={LANGUAGES.map((code) => [code, nameOf(code)])}
          onChange={setLanguage}
        />
      </div>
      <div class={`look-stage look-${width}`}>
        <iframe ref={frame} src={PAGE} title={words.preview} />
        {!isThere && <p class="look-waiting">{words.loading}</p>}
      </div>
    </figure>
  );
}

/** In its own words: who looks for it reads it. */
function nameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
