import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SettingsOwner } from '../model/api.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { DraftBar } from './draft-bar.tsx';
import { NotHere } from './not-here.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { Skeleton } from './skeleton.tsx';
import { hoursWords as words } from './strings-of-hours.ts';
import './styles/hours.css';
import './styles/parts.css';
import { useNamed } from './use-named.ts';

interface Props {
  page:
    | 'hours'
    | 'queue'
    | 'closing'
    | 'front'
    | 'proactive'
    | 'visitors'
    | 'files'
    | 'feedback'
    | 'mail'
    | 'look'
    | 'privacy';
  children(draft: SettingsDraft): ComponentChildren;
  /** What a change that is not saved yet would do: in sight beside the button that does it. */
  outlook?(draft: SettingsDraft): ComponentChildren;
}

/** Whose settings these are, by the address; the form, and what becomes of its changes. */
export function OfOwner({ page, children, outlook }: Props) {
  const { settings, staff, service } = useApp();
  useEffect(() => {
    // What is known stays on the screen while somebody walks from one page to the next.
    if (settings.sites.state.peek().status !== 'ready') void settings.loadSites();
    if (staff.departments.state.peek().status !== 'ready') staff.load();
  }, [settings, staff]);
  const owners = useOwners(page === 'hours');
  const chosen = useNamed(owners, ({ key }) => key);
  if (settings.sites.state.value.status === 'failed')
    return <NotLoaded text={words.failed} onRetry={() => settings.loadSites()} />;
  if (chosen === 'unreached') return <NotHere isUnreached />;
  if (!owners || chosen === null) return <Skeleton rows={3} kind="rows" />;
  if (owners.length === 0) return <p class="card">{words.noSite}</p>;
  return (
    <>
      {(owners.length > 1 || !chosen) && <Whose page={page} owners={owners} chosen={chosen} />}
      {chosen ? (
        <Form key={chosen.key} draft={service.draftOf(chosen.of)} outlook={outlook}>
          {children}
        </Form>
      ) : (
        <NotHere />
      )}
    </>
  );
}

interface Owner {
  key: string;
  name: string;
  of: SettingsOwner;
}

/** Null while they are on their way. */
function useOwners(withDepartments: boolean): Owner[] | null {
  const { settings, staff } = useApp();
  const sites = settings.sites.state.value;
  const departments = staff.departments.state.value;
  if (sites.status !== 'ready') return null;
  const owners = sites.value.map((site): Owner => {
    return { key: `site-${site.key}`, name: words.site(site.name), of: { kind: 'site', id: site.key } };
  });
  if (!withDepartments) return owners;
  if (departments.status !== 'ready') return departments.status === 'failed' ? owners : null;
  const more = departments.value.map(({ id, name }): Owner => {
    return { key: `department-${id}`, name: words.department(name), of: { kind: 'department', id } };
  });
  return [...owners, ...more];
}

interface WhoseProps {
  page: Props['page'];
  owners: Owner[];
  /** Undefined: the address names none of these. */
  chosen: Owner | undefined;
}

function Whose({ page, owners, chosen }: WhoseProps) {
  const app = useApp();
  return (
    <Choice
      label={words.whose}
      value={chosen?.key ?? ''}
      options={owners.map(({ key, name }) => [key, name])}
      onChange={(of) => app.go({ name: 'settings', page, of })}
    />
  );
}

interface FormProps {
  draft: SettingsDraft;
  children: Props['children'];
  outlook: Props['outlook'];
}

function Form({ draft, children, outlook }: FormProps) {
  useEffect(() => void draft.open(), [draft]);
  const state = draft.state.value;
  if (state === 'loading') return <Skeleton rows={3} kind="rows" />;
  if (state === 'failed') {
    return (
      <div class="card">
        <NotLoaded text={words.failed} onRetry={() => void draft.open()} />
      </div>
    );
  }
  return (
    <form
      class="parts"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      {children(draft)}
      <DraftBar draft={draft}>{outlook?.(draft)}</DraftBar>
    </form>
  );
}
