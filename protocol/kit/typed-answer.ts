/** What people write, by the kind of the field: their language's own signs, digits of any script, and as wide as East Asian keyboards write them. */
const WRITTEN: Partial<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/,
  /** Whatever is no letter may stand between the digits, also unseen, as telephones copy it, and the long sound that Japanese keyboards have for a dash; a short word, or an extension, behind them. */
  phone: /^(?:(?:[^\p{L}\p{Nd}@]|ー)*\p{Nd}){5,30}[^@]{0,15}$/u,
  /** In threes where somebody parts them; of 100 signs at most and an exponent of two digits, which no program takes for infinite. */
  number:
    /^(?!.{101})[-+−＋－]?(?:\p{Nd}+(?:[.,٬'’．，\s]\p{Nd}{3})*(?:[.,٫．，]\p{Nd}*)?|[.,٫．，]\p{Nd}+)(?:e[-+]?\p{Nd}{1,2})?$/iu,
};

/** Whether it may be what such a field asks for: `12,5` or `1’250.50`, `+49 (30) 123-45` or `０３－１２３４－５６７８`. Other kinds take anything. */
export function isTypedAnswer(kind: string, text: string): boolean {
  return WRITTEN[kind]?.test(text) !== false;
}
