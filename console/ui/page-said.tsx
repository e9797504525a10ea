import type { VerifiedIdentity, VisitorProfile } from '../../protocol/wire/visitor.ts';
import { useDesk } from './context.ts';
import { dayTime } from './format.ts';
import { pageSaidStrings as words } from './page-said-strings.ts';
import { strings } from './strings.ts';

/** Whom the site has signed for, and apart from it what its page says: text, never a link (P22, I8). */
export function PageSaid() {
  const profile = useDesk().shown.profile.value;
  if (!profile) return null;
  return (
    <>
      {profile.verified && <Verified verified={profile.verified} />}
      {!isEmpty(profile) && <Said profile={profile} />}
    </>
  );
}

function Verified({ verified: { name, email, subject } }: { verified: VerifiedIdentity }) {
  const facts = [
    [words.name, name],
    [strings.person.email, email],
    [words.subject, subject],
  ] as const;
  return (
    <section class="said" aria-label={words.verified}>
      <h3>
        <span class="tag tag-good">{words.verified}</span>
      </h3>
      <p class="quiet">{words.verifiedHint}</p>
      <dl class="facts">
        {facts.map(([key, value]) =>
          value === null ? null : (
            <div class="fact" key={key}>
              <dt>{key}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

function Said({ profile }: { profile: VisitorProfile }) {
  const { name, email, locale, department, attributes, tags, events } = profile;
  const facts: [string, string | null][] = [
    [words.name, name],
    [strings.person.email, email],
    [words.locale, locale],
    [words.department, department],
    ...Object.entries(attributes).map(([key, value]): [string, string] => [key, String(value)]),
  ];
  return (
    <section class="said" aria-label={words.said}>
      <h3>{words.said}</h3>
      <p class="quiet">{words.saidHint}</p>
      <dl class="facts">
        {facts.map(([key, value]) =>
          value === null ? null : (
            <div class="fact" key={key}>
              <dt>
                <bdi>{key}</bdi>
              </dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
        {tags.length > 0 && (
          <div class="fact">
            <dt>{words.tags}</dt>
            <dd class="said-tags">
              {tags.map((tag) => (
                <span class="tag" dir="auto" key={tag}>
                  {tag}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {events.length > 0 && (
        <>
          <h4>{words.events}</h4>
          <ol class="said-events">
            {events.map(({ event, at, properties }) => (
              <li key={`${at} ${event}`}>
                <span dir="auto">{event}</span> <span class="quiet">{dayTime(at)}</span>
                {Object.entries(properties).map(([key, value]) => (
                  <span class="quiet said-property" dir="auto" key={key}>
                    {key}: {String(value)}
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function isEmpty({ name, email, locale, department, attributes, tags, events }: VisitorProfile): boolean {
  const none = [name, email, locale, department].every((one) => one === null);
  return none && Object.keys(attributes).length + tags.length + events.length === 0;
}
