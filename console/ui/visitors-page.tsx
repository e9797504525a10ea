import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { PresentList, PresentVisitor } from '../../protocol/wire/people.ts';
import type { Visitors } from '../model/visitors.ts';
import { amount } from './amount.ts';
import { useApp, useDesk } from './context.ts';
import { CsvLink } from './csv-link.tsx';
import { Empty } from './empty.tsx';
import { LOCALE, shortDuration } from './format.ts';
import { AlertIcon, UserIcon } from './icons.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Skeleton } from './skeleton.tsx';
import { peopleWords } from './strings-of-people.ts';
import './styles/visitors.css';

/** Who is on which page since when, and a word to her (J10). */
export function VisitorsPage() {
  const app = useApp();
  const visitors = app.visitors.value;
  const [isMissing, setMissing] = useState(false);
  const open = useCallback(() => {
    if (visitors) visitors.watch(true);
    else void app.openVisitors().then((isHere) => setMissing(!isHere));
  }, [app, visitors]);
  useEffect(() => {
    open();
    return () => visitors?.watch(false);
  }, [open, visitors]);
  const list = visitors?.list.value ?? null;
  const isFailed = visitors ? visitors.failed.value : isMissing;
  return (
    <div class="visitors">
      <div class="visitors-head">
        <h1>{peopleWords.visitors.title}</h1>
        {list && !list.off && (
          <p class="quiet" role="status">
            {peopleWords.visitors.count(list.visitors.length + list.more)}
          </p>
        )}
        {list && list.visitors.length > 0 && <CsvLink path="visitors?bom=1" of={peopleWords.visitors.title} />}
      </div>
      {isFailed && <Failed isOld={list !== null} onAgain={open} />}
      {visitors && list ? <Present visitors={visitors} list={list} /> : !isFailed && <Skeleton rows={5} kind="rows" />}
    </div>
  );
}

function Failed({ isOld, onAgain }: { isOld: boolean; onAgain(): void }) {
  if (isOld)
    return (
      <p class="problem" role="alert">
        {peopleWords.visitors.failed}
      </p>
    );
  return (
    <Empty icon={<AlertIcon size={28} />} title={peopleWords.visitors.failed}>
      <button type="button" class="button" onClick={onAgain}>
        {peopleWords.visitors.again}
      </button>
    </Empty>
  );
}

function Present({ visitors, list }: { visitors: Visitors; list: PresentList }) {
  const app = useApp();
  const desk = useDesk();
  const [asked, setAsked] = useState<PresentVisitor | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  if (list.off) {
    const maySet = desk.may('settings:write');
    return (
      <Empty icon={<UserIcon size={28} />} title={peopleWords.visitors.off} hint={peopleWords.visitors.offHint}>
        {maySet && (
          <a class="button" href={app.hrefOf({ name: 'settings', page: 'visitors' })}>
            {peopleWords.visitors.toSettings}
          </a>
        )}
      </Empty>
    );
  }
  const close = (refused: Refusal | null) => {
    setProblem(refused);
    setAsked(null);
    opener.current?.focus();
  };
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem.error === 'not_found'
            ? peopleWords.visitors.gone
            : problem.error === 'queue_full'
              ? peopleWords.visitors.tooMany
              : problem.error === 'ask_open'
                ? peopleWords.visitors.talking
                : peopleWords.visitors.failed}
        </p>
      )}
      {list.visitors.length === 0 ? (
        <Empty icon={<UserIcon size={28} />} title={peopleWords.visitors.none} hint={peopleWords.visitors.noneHint} />
      ) : (
        <ul class="visitor-lines">
          {list.visitors.map((visitor) => (
            <Line
              key={visitor.key}
              visitor={visitor}
              onInvite={(button) => {
                opener.current = button;
                setAsked(visitor);
              }}
            />
          ))}
        </ul>
      )}
      {list.more > 0 && <p class="quiet">{peopleWords.visitors.more(list.more)}</p>}
      {/* Also once the last one has left: what is being written does not vanish, and sending it says why it cannot arrive. */}
      {asked && <InviteDialog visitors={visitors} visitor={asked} onClose={close} />}
    </>
  );
}

interface LineProps {
  visitor: PresentVisitor;
  onInvite(button: HTMLElement): void;
}

function Line({ visitor, onInvite }: LineProps) {
  const app = useApp();
  const desk = useDesk();
  const now = desk.ticker.now.value;
  const { title, url, siteName, since, pageSince, returning, language, cart, currency, invite, conversationId } =
    visitor;
  const page = title || url;
  return (
    <li class="visitor-line">
      <div class="visitor-page">
        {title && (
          <strong>
            <bdi>{title}</bdi>
          </strong>
        )}
        <span class="page-url quiet">
          <bdi dir="ltr">{url}</bdi>
        </span>
        <span class="quiet">
          <bdi>{siteName}</bdi> · {returning ? peopleWords.visitors.returning : peopleWords.visitors.first}
          {language && (
            <>
              {' '}
              · <bdi>{nameOfLanguage(language)}</bdi>
            </>
          )}
        </span>
      </div>
      <dl class="visitor-facts">
        <Fact name={peopleWords.visitors.since} value={shortDuration(Math.max(0, now - pageSince))} />
        <Fact name={peopleWords.visitors.here} value={shortDuration(Math.max(0, now - since))} />
        <Fact name={peopleWords.visitors.cart} value={cart === null ? '–' : amount(cart, currency ?? null)} />
      </dl>
      <div class="visitor-act">
        {invite && (
          <p class={`visitor-state visitor-${invite.state}`} role="status">
            {peopleWords.visitors.stateBy(peopleWords.visitors.states[invite.state], invite.by.name)}
          </p>
        )}
        {conversationId ? (
          <a class="button" href={app.hrefOf({ name: 'inbox', conversationId })}>
            {peopleWords.visitors.talks}
          </a>
        ) : (
          desk.may('visitors:invite') &&
          (invite === null || invite.state === 'accepted') && (
            <button
              type="button"
              class="button"
              aria-label={peopleWords.visitors.inviteWho(page)}
              onClick={(event) => onInvite(event.currentTarget)}
            >
              {peopleWords.visitors.invite}
            </button>
          )
        )}
      </div>
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(LOCALE, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
