import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../model/app.ts';
import type { Desk } from '../model/desk.ts';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('AppContext is missing above this component.');
  return app;
}

/** The conversation in whose view something stands; null: in none. */
export const PaneContext = createContext<string | null>(null);

export const DeskContext = createContext<Desk | null>(null);

/** The signed-in agent's models; only below the shell. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('DeskContext is missing above this component.');
  return desk;
}
