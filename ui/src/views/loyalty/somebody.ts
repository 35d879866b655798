/** Whose points, or whose part in the programme, a dialog is about. */
export interface Somebody {
  /** Number of the customer. */
  id: number;
  name: string;
}
