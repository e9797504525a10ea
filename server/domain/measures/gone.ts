/** How a visitor's last connection went: `lost` by itself, `left` because her page ended it. */
export type GoneHow = 'lost' | 'left';

/** What a socket says of its end; null: the relay ended it, which says nothing of her. */
export function goneBy(reason: string): GoneHow | null {
  switch (reason) {
    case 'client namespace disconnect':
      return 'left';
    case 'ping timeout':
    case 'transport close':
    case 'transport error':
      return 'lost';
    default:
      return null;
  }
}
