import { useEffect } from 'preact/hooks';
import type { Outside } from '../model/outside.ts';
import { useApp } from './context.ts';

/** Services of the owner's, once their part is there. */
export function useOutside(): Outside | null {
  const app = useApp();
  const outside = app.outside.value;
  useEffect(() => {
    if (!outside) void app.openOutside();
  }, [app, outside]);
  return outside;
}
