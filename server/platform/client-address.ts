import { BlockList, isIP } from 'node:net';

/** Says whether the peer at `address`, `hop` steps away from us, may speak for others (X-Forwarded-*). */
export type TrustsProxy = (address: string, hop: number) => boolean;

export interface Asked {
  headers: { [name: string]: string | string[] | undefined };
  socket: { remoteAddress?: string | undefined; encrypted?: boolean };
}

/** Number of proxies in front of the relay, or the list of their addresses and blocks; undefined trusts nobody. */
export function createProxyTrust(rule: number | string[] | undefined): TrustsProxy {
  if (rule === undefined) return () => false;
  if (typeof rule === 'number') return (_address, hop) => hop < rule;
  const blocks = new BlockList();
  for (const entry of rule) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = plainAddress(address);
    const family = isIP(plain);
    return family !== 0 && blocks.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** The farthest address that a trusted chain vouches for; without a trusted proxy the peer itself. */
export function clientAddress(asked: Asked, trusts: TrustsProxy): string {
  const peer = asked.socket.remoteAddress ?? '';
  const told = String(asked.headers['x-forwarded-for'] ?? '');
  const chain = [
    peer,
    ...told
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
      .reverse(),
  ];
  let hop = 0;
  while (hop + 1 < chain.length && isIP(chain[hop + 1] ?? '') !== 0 && trusts(chain[hop] ?? '', hop)) hop += 1;
  return plainAddress(chain[hop] ?? '');
}

/** Whether the person's side of the connection is TLS, by our own socket or by the word of a trusted proxy. */
export function isEncrypted(asked: Asked, trusts: TrustsProxy): boolean {
  if (asked.socket.encrypted) return true;
  const proto = asked.headers['x-forwarded-proto'];
  return typeof proto === 'string' && trusts(asked.socket.remoteAddress ?? '', 0) && proto.split(',')[0] === 'https';
}

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
