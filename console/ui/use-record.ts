import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptForm, ServiceSettings } from '../model/service-settings.ts';
import { useApp } from './context.ts';

/** A form over one record (Z13): what is typed outlives the page, what somebody else changed beside it comes in by itself. */
export interface RecordForm {
  /** As useState, over what is stored now. */
  field<V>(name: string, stored: V): [value: V, set: (value: V) => void];
  /** The mark of what it was made from. */
  basedOn(): string;
  isChanged: boolean;
  /** What is saved now is not what it was made from. */
  isOld: boolean;
  /** While theirs are looked at, mine wait. */
  theirs: boolean;
  show(theirs: boolean): void;
  /** Whether somebody else saved another value of what was typed here. */
  clashes(): boolean;
  /** Mine are made from what is stored now. */
  rebase(): void;
  /** What was typed is saved, or given up. */
  close(): void;
}

const spell = (value: unknown) => JSON.stringify(value) ?? '';

/** `mark`: of the record as it is stored now. */
export function useRecord(name: string, mark: string): RecordForm {
  const { service } = useApp();
  const kept = service.forms.value.get(name);
  const [theirs, show] = useState(false);
  const stored = useRef<Record<string, string>>({});
  const put = (next: KeptForm | null) => {
    const forms = new Map(service.forms.peek());
    if (next && Object.keys(next.typed).length > 0) forms.set(name, next);
    else forms.delete(name);
    service.forms.value = forms;
  };
  return {
    field(field, now) {
      const before = spell(now);
      stored.current[field] = before;
      const typed = kept?.typed[field];
      const set = (value: typeof now) => {
        const { basedOn = mark, typed: others = {} } = service.forms.peek().get(name) ?? {};
        const { [field]: mine, ...rest } = others;
        const changed =
          spell(value) === before ? rest : { ...rest, [field]: { value, before: mine?.before ?? before } };
        put({ basedOn, typed: changed });
      };
      return [typed && !theirs ? (typed.value as typeof now) : now, set];
    },
    basedOn: () => service.forms.peek().get(name)?.basedOn ?? mark,
    isChanged: kept !== undefined,
    isOld: kept !== undefined && kept.basedOn !== mark,
    theirs,
    show,
    clashes: () => Object.entries(kept?.typed ?? {}).some(([field, mine]) => isClash(mine, stored.current[field])),
    rebase() {
      const { typed = {} } = service.forms.peek().get(name) ?? {};
      const made = Object.entries(typed).map(([field, { value, before }]) => {
        return [field, { value, before: stored.current[field] ?? before }] as const;
      });
      put({
        basedOn: mark,
        typed: Object.fromEntries(made.filter(([, { value, before }]) => spell(value) !== before)),
      });
    },
    close: () => put(null),
  };
}

function isClash({ value, before }: KeptForm['typed'][string], now: string | undefined): boolean {
  return now !== undefined && now !== before && now !== spell(value);
}

/** Which form of a list is open: the one that was left half done, at first. */
export function useOpenForm(list: string, isHere: (id: string) => boolean = () => true) {
  const { service } = useApp();
  const [open, setOpen] = useState(() => findLeft(service, list, isHere));
  return [open, setOpen] as const;
}

export interface ListForm {
  open: string | null;
  setOpen(open: string | null): void;
  /** Said where the form was: it closes with the save, or goes with its record. */
  became: 'saved' | 'gone' | null;
  close(isSaved?: true): void;
}

/** The same over a list that is there (`ids`, null before): what became of the last one. What was typed for a record that somebody else removed holds no page (Z13). */
export function useListForm(list: string, ids: readonly string[] | null): ListForm {
  const { forms } = useApp().service;
  const [open, setOpen] = useOpenForm(list);
  const [became, setBecame] = useState<ListForm['became']>(null);
  const show = (next: string | null, then: ListForm['became'] = null) => {
    setOpen(next);
    setBecame(then);
  };
  const isGone = (name: string) =>
    name.startsWith(`${list} `) && !/ new( own)?$/.test(name) && !ids?.includes(name.slice(list.length + 1));
  const gone = ids ? [...forms.value.keys()].filter(isGone) : [];
  useWhen(gone.length > 0, () => {
    forms.value = new Map([...forms.peek()].filter(([name]) => !gone.includes(name)));
    show(null, 'gone');
  });
  return { open, setOpen: (next) => show(next), became, close: (isSaved) => show(null, isSaved ? 'saved' : null) };
}

function findLeft({ forms }: ServiceSettings, list: string, isHere: (id: string) => boolean): string | null {
  const left = [...forms.peek().keys()].filter((name) => name.startsWith(`${list} `));
  return left.map((name) => name.slice(list.length + 1)).find(isHere) ?? null;
}

/** Once, when what is stored has come. */
export function useWhen(isDue: boolean, act: () => void): void {
  useEffect(() => {
    if (isDue) act();
  }, [isDue]);
}

/** Saves, and the browser stays on the page. */
export function onSubmit(save: () => unknown): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    void save();
  };
}
