/** The customer looked at beside a list, without leaving it. */

class Peeking {
  id = $state<number | null>(null);

  /** Opens what a row opens, or closes it where it is open already. */
  toggle(address: string): void {
    const id = idOf(address);
    this.id = this.id === id ? null : id;
  }

  /** Goes along with the row in focus while it is open. */
  follow(address: string): void {
    if (this.id !== null) this.id = idOf(address) ?? this.id;
  }

  close(): void {
    this.id = null;
  }
}

function idOf(address: string): number | null {
  const id = /^\/customers\/(\d+)$/.exec(address)?.[1];
  return id === undefined ? null : Number(id);
}

export const peeking = new Peeking();
