/** Tells, by `change`, that the progress that the device keeps has changed in this page. */
export const progressChanges = new EventTarget()

export function progressChanged(): void {
  progressChanges.dispatchEvent(new Event('change'))
}
