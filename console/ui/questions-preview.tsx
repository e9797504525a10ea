import type { FeedbackSettings } from '../../protocol/wire/rating-settings.ts';
import { Stars } from './stars.tsx';
import { feedbackWords } from './strings-of-feedback.ts';
import { previewWords as words } from './strings-of-feedback-preview.ts';

interface Props {
  feedback: FeedbackSettings;
  reasons: readonly string[];
  language: string;
}

const RTL = /^(?:ar|he)$/;

/** The questions as a visitor meets them, in the order of the chat; a picture, nothing to press. */
export function QuestionsPreview({ feedback, reasons, language }: Props) {
  const own = feedback.words[language] ?? {};
  const shown = reasons.filter((reason) => reason.trim() !== '');
  return (
    <figure class="questions-preview" dir={RTL.test(language) ? 'rtl' : 'ltr'}>
      <figcaption class="field-hint" dir="ltr">
        {feedbackWords.settings.preview}
      </figcaption>
      <div class="preview-panel" lang={language}>
        <p class="preview-title" dir="auto">
          {own.score || words.score}
        </p>
        <p class="preview-stars">
          <Stars score={4} />
          <span class="visually-hidden">{feedbackWords.settings.stars}</span>
        </p>
        <p>{words.solved}</p>
        <p class="preview-chips">
          {words.answers.map((answer) => (
            <span key={answer}>{answer}</span>
          ))}
        </p>
        {shown.length > 0 && (
          <>
            <p>{words.why}</p>
            <p class="preview-chips">
              {shown.map((reason) => (
                <span key={reason} dir="auto">
                  {reason}
                </span>
              ))}
            </p>
          </>
        )}
        {feedback.asksEffort && <Scale question={own.effort || words.effort} from={1} to={7} ends={words.effortEnds} />}
        {feedback.asksRecommend && (
          <Scale question={own.recommend || words.recommend} from={0} to={10} ends={words.recommendEnds} />
        )}
        <p class="preview-box">{words.complaint}</p>
        {feedback.offersAnonymous && <p class="preview-box">{words.anonymous}</p>}
        <p class="preview-comment">{words.comment}</p>
      </div>
    </figure>
  );
}

interface ScaleProps {
  question: string;
  from: number;
  to: number;
  ends: readonly [string, string];
}

function Scale({ question, from, to, ends }: ScaleProps) {
  return (
    <>
      <p dir="auto">{question}</p>
      <p class="preview-steps">
        {Array.from({ length: to - from + 1 }, (_, index) => (
          <span key={index}>{from + index}</span>
        ))}
      </p>
      <p class="preview-ends">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </>
  );
}
