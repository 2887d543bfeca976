export interface SentFile {
  field: string
  name: string
  type?: string
  bytes: string | Uint8Array
}

/** A form with files as a browser sends it: body and headers. */
export async function multipartBody(
  fields: Record<string, string>,
  files: readonly SentFile[],
  /** Values of a field `lines`, which may come more than once. */
  lines: readonly string[] = [],
): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const part of lines) form.append('lines', part)
  for (const { field, name, type = 'text/csv', bytes } of files)
    form.append(field, new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], { type }), name)
  const sent = new Response(form)
  return {
    payload: Buffer.from(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  }
}
