import { useEffect, useRef } from 'react';
import type { DeskbellOptions } from '../embed/api.ts';
import { type DeskbellListeners, mountDeskbell } from './mount.ts';

/** The chat is there while this component is. Changed options are taken over; listeners may be new at each render. */
export function useDeskbell(src: string, options: DeskbellOptions, listeners: DeskbellListeners = {}): void {
  const heard = useRef<DeskbellListeners>({});
  Object.assign(heard.current, listeners);
  const said = JSON.stringify(options);
  useEffect(() => mountDeskbell(src, options, heard.current), [src]);
  useEffect(() => {
    window.Deskbell?.('boot', JSON.parse(said));
  }, [said]);
}
