/** What a picture shows, as one line that a screen reader says (F9); nothing where nothing is left. */
export function cleanAlt(said: string | undefined): string | undefined {
  return (
    said
      ?.replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .normalize('NFC') || undefined
  );
}
