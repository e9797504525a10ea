import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { Thread } from '../model/thread.ts';
import { AskedBefore } from './asked-before.tsx';
import { called } from './called.ts';
import { useDesk } from './context.ts';
import { ConversationTags } from './conversation-tags.tsx';
import { dayTime, duration } from './format.ts';
import { AlertIcon, CheckIcon, CloseIcon, UserIcon } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { PageSaid } from './page-said.tsx';
import { pageSaidStrings } from './page-said-strings.ts';
import { PersonSystems } from './person-systems.tsx';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';
import { paneWords } from './strings-of-panes.ts';
import { useBack } from './use-back.ts';
import { WaitMark } from './wait-mark.tsx';

const loadProfile = () => import('./person-profile.tsx').then((file) => file.PersonProfile);

interface Props {
  thread: Thread;
  /** Over the thread instead of beside it. */
  floating: boolean;
  onClose(): void;
}

/** What is known of the visitor and of this conversation. */
export function PersonPanel({ thread, floating, onClose }: Props) {
  const { inbox, panes } = useDesk();
  const summary = inbox.find(thread.id);
  const who = summary ? called(summary.visitor.label) : strings.thread.unknownVisitor;
  const two = panes.shown.value.length > 1;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!floating) return;
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [floating]);
  useBack(floating, onClose);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && floating) onClose();
  };
  return (
    <aside
      class={floating ? 'person person-floating' : 'person'}
      // Of two conversations it is about the one that has the focus.
      aria-label={two ? paneWords.person(who) : strings.person.label}
      ref={panel}
      tabIndex={-1}
      onKeyDown={onKey}
    >
      {/* Nothing that was begun about one is left standing at another. */}
      <Fragment key={thread.id}>
        <div class="person-head">
          <span class="person-mark" aria-hidden="true">
            <UserIcon size={22} />
          </span>
          <h2>
            <Name label={who} />
          </h2>
          {floating && (
            <button type="button" class="icon-button" aria-label={strings.thread.hidePerson} onClick={onClose}>
              <CloseIcon />
            </button>
          )}
        </div>
        <Mark />
        <dl class="facts">{summary ? <Facts summary={summary} /> : <FewFacts thread={thread} />}</dl>
        <ConversationTags conversationId={thread.id} />
        <AskedBefore />
        <PersonSystems />
        <Lazy load={loadProfile} />
        <PageSaid />
      </Fragment>
    </aside>
  );
}

/** Only a name that the site signed stands for the person; all others are labels (I8). */
function Name({ label }: { label: string }) {
  const name = useDesk().shown.profile.value?.verified?.name;
  return <bdi>{name ?? label}</bdi>;
}

/** By word, sign and colour: nobody takes one for the other (I8). */
function Mark() {
  const profile = useDesk().shown.profile.value;
  if (!profile) return null;
  const verified = profile.verified != null;
  return (
    <p class={verified ? 'person-verified' : 'person-unverified'}>
      {verified ? <CheckIcon size={16} /> : <AlertIcon size={16} />}
      <span>
        <strong>{verified ? pageSaidStrings.verified : pageSaidStrings.unverified}</strong>{' '}
        {verified ? pageSaidStrings.verifiedHint : pageSaidStrings.unverifiedHint}
      </span>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ summary }: { summary: ConversationSummary }) {
  const wait = useDesk().waitOf(summary);
  const { visitor, firstResponseMs, score } = summary;
  return (
    <>
      <Fact name={strings.person.email}>
        {visitor.email ? (
          <>
            <span dir="ltr">{visitor.email}</span> <span class="tag">{strings.person.unverified}</span>
          </>
        ) : (
          <span class="quiet">{strings.person.noEmail}</span>
        )}
      </Fact>
      <Fact name={strings.person.page}>
        <PageLink url={visitor.pageUrl} title={visitor.pageTitle} />
      </Fact>
      <Fact name={strings.person.site}>{summary.siteName}</Fact>
      <Fact name={strings.person.started}>
        <bdi>{dayTime(summary.openedAt)}</bdi>
      </Fact>
      <Fact name={strings.person.waiting}>
        {wait ? <WaitMark wait={wait} /> : <span class="quiet">{strings.person.notWaiting}</span>}
      </Fact>
      <Fact name={strings.person.firstResponse}>
        {firstResponseMs === null ? (
          <span class="quiet">{strings.person.noResponse}</span>
        ) : (
          <bdi>{duration(firstResponseMs)}</bdi>
        )}
      </Fact>
      <Fact name={strings.person.agent}>{summary.agent?.name ?? <span class="quiet">{strings.list.nobody}</span>}</Fact>
      <Fact name={strings.person.rating}>
        {score === null ? <span class="quiet">{strings.person.noRating}</span> : <Rating score={score} />}
      </Fact>
    </>
  );
}

/** An old conversation that the list does not hold: what its own entries tell. */
function FewFacts({ thread }: { thread: Thread }) {
  const { email, agent, rating } = thread.standing.value;
  const { value: openedAt } = thread.reading.value.openedAt;
  return (
    <>
      <Fact name={strings.person.email}>
        {email ? <span dir="ltr">{email}</span> : <span class="quiet">{strings.person.noEmail}</span>}
      </Fact>
      {openedAt !== null && <Fact name={strings.person.started}>{dayTime(openedAt)}</Fact>}
      <Fact name={strings.person.agent}>{agent?.name ?? <span class="quiet">{strings.list.nobody}</span>}</Fact>
      <Fact name={strings.person.rating}>
        {rating && !rating.anonymous ? (
          <Rating score={rating.score} />
        ) : (
          <span class="quiet">{strings.person.noRating}</span>
        )}
      </Fact>
    </>
  );
}

function Rating({ score }: { score: number }) {
  return (
    <span>
      <Stars score={score} /> {strings.list.rated(score)}
    </span>
  );
}

const WEB_ADDRESS = /^https?:\/\//i;

/** The visitor's browser named this address: it is text first, and a link only where it leads to the web (F18). */
function PageLink({ url, title }: { url: string | null; title: string | null }) {
  if (!url) return <span class="quiet">{strings.person.noPage}</span>;
  return (
    <>
      {title && (
        <span class="page-title">
          <bdi>{title}</bdi>
        </span>
      )}
      {WEB_ADDRESS.test(url) ? (
        <a class="page-url" href={url} target="_blank" rel="noopener noreferrer" dir="ltr">
          {url}
        </a>
      ) : (
        <span class="page-url" dir="ltr">
          {url}
        </span>
      )}
    </>
  );
}
