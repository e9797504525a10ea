/**
 * Answers may overtake each other: what was asked for before a change was kept would put the old back when it comes after it. So a word
 * counts only as long as none that was asked for later has been taken (Z13).
 */
export class Latest {
  #asked = 0;
  #taken = 0;

  /** Asks now; what comes says, once its answer is there, whether it may be taken. */
  ask(): () => boolean {
    const asked = ++this.#asked;
    return () => {
      if (asked < this.#taken) return false;
      this.#taken = asked;
      return true;
    };
  }

  /** Something newer is known than whatever is on its way. */
  tell(): void {
    this.#taken = ++this.#asked;
  }
}
