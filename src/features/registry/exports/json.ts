/** Records as one JSON array, a slice at a time. */
export async function* writeJson(slices: AsyncIterable<object[]>): AsyncGenerator<string> {
  yield '['
  let separator = '\n'
  for await (const records of slices) {
    for (const record of records) {
      yield `${separator}${JSON.stringify(record)}`
      separator = ',\n'
    }
  }
  yield '\n]\n'
}
