import { useDesk } from './context.ts';
import { exact } from './format.ts';
import { frontWords as words } from './strings-of-front.ts';

/** What the visitor said before the conversation began, with the words she agreed to (B4). */
export function AskedBefore() {
  const intake = useDesk().shown.profile.value?.intake;
  if (!intake) return null;
  const { fields, topic, complaint, consent, proactive } = intake;
  return (
    <section class="said" aria-label={words.asked}>
      <h3>{words.asked}</h3>
      <p class="quiet">{words.askedHint}</p>
      <dl class="facts">
        {proactive && <Fact name={words.proactive} value={proactive.text} />}
        {topic && <Fact name={words.topic} value={topic.label} />}
        {complaint && <Fact name={words.complaint} value={words.yes} />}
        {fields.map(({ key, label, value }) => (
          <Fact key={key} name={label} value={value} />
        ))}
        {consent && (
          <div class="fact">
            <dt>{words.agreed}</dt>
            <dd dir="auto">
              {consent.text} <span class="quiet">{words.version(consent.version, exact(consent.at))}</span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div class="fact">
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
