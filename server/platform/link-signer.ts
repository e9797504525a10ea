import { createHmac, timingSafeEqual } from 'node:crypto';

const BYTES = 16;

/** Signs the links of mails with a key of the installation, which `keyOf` brings when it is first needed. */
export function createLinkSigner(keyOf: () => string) {
  let key: string | undefined;
  const sign = (text: string) => {
    key ??= keyOf();
    return createHmac('sha256', key).update(text).digest().subarray(0, BYTES).toString('base64url');
  };
  return {
    sign,
    isSigned(text: string, signature: string): boolean {
      const [expected, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
