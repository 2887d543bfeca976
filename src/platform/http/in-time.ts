/** The answer, or a failure after so many milliseconds, whatever becomes of the answer. */
export async function inTime<T>(answer: Promise<T>, patienceMs: number, late: Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), patienceMs)
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
