/**
 * What lies over the page is closed by "back", and the page stays. Nothing is written into the history for it, which would leave
 * steps that lead nowhere: the browser has moved when it tells so, and is sent to where it was. How far that is, the steps' numbers say.
 */
export class BackStop {
  readonly #over: (() => void)[] = [];
  /** The step at which the console stands. */
  #step = stepOf(history.state);
  /** Moves that the browser was sent to make and has not told yet. */
  #returns = 0;
  #leaves = false;

  hold(close: () => void): () => void {
    this.#over.push(close);
    return () => {
      const place = this.#over.lastIndexOf(close);
      if (place >= 0) this.#over.splice(place, 1);
    };
  }

  nextStep(): number {
    this.#step += 1;
    return this.#step;
  }

  /** One step back, whatever lies over the page. */
  leave(): void {
    this.#leaves = true;
    history.back();
  }

  /** For each move of the browser: whether it was stopped, and nobody need hear of it. */
  stops(): boolean {
    const arrived = stepOf(history.state);
    if (this.#returns > 0) {
      this.#returns -= 1;
      return true;
    }
    const close = this.#leaves ? undefined : this.#over.at(-1);
    this.#leaves = false;
    const away = this.#step - arrived;
    if (!close || away === 0) {
      this.#step = arrived;
      return false;
    }
    this.#returns += 1;
    history.go(away);
    close();
    return true;
  }
}

function stepOf(state: { step?: number } | null): number {
  return state?.step ?? 0;
}
