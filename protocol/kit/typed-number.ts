/** A sign, digits of any script, in threes where somebody parts them, and fractions behind a point, a comma or the Arabic sign. */
const NUMBER = /^[-+−]?(?:\p{Nd}+(?:[.,٬'’\s]\p{Nd}{3})*(?:[.,٫]\p{Nd}*)?|[.,٫]\p{Nd}+)(?:e[-+]?\p{Nd}+)?$/iu;

/** Whether it is a number as people write one in their language: `12.5`, `12,5`, `1 250`, `1’250.50`. */
export function isTypedNumber(text: string): boolean {
  return NUMBER.test(text);
}
