import { type MaybeRefOrGetter, onBeforeUnmount, onMounted, toValue, watch } from 'vue';
import type { DeskbellOptions } from '../embed/api.ts';
import { type DeskbellListeners, mountDeskbell } from './mount.ts';

/** The chat is there while this component is. Options may be a ref or a getter: what changes is taken over. */
export function useDeskbell(
  src: string,
  options: MaybeRefOrGetter<DeskbellOptions>,
  listeners: DeskbellListeners = {},
): void {
  let leave = () => {};
  onMounted(() => {
    leave = mountDeskbell(src, toValue(options), listeners);
  });
  watch(
    () => ({ ...toValue(options) }),
    (now) => window.Deskbell?.('boot', now),
  );
  onBeforeUnmount(() => leave());
}
