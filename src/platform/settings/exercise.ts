/** The slug of the one network in which authorities, people and their words are invented. */
export const exercise = 'exercise'

/** Whether an address is that of somebody invented: no mail leaves for it. */
export function isInvented(address: string): boolean {
  return /[@.]exercise\.example$/i.test(address)
}
