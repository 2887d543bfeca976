import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import type { PartCall, PartReading, RecordPart } from '../../../../platform/records/record-kind.ts'
import { Section } from '../../../../ui/text/headings.tsx'

export type JoinedParts = Pick<RecordPart, 'values' | 'read' | 'form' | 'lists' | 'redraw'>

/**
 * Several forms of a record on one page, sent together: each reads its own fields into the document that the previous one produced. Those
 * that are `untitled` get no heading: their fields say what they are about.
 */
export function joinParts(parts: readonly RecordPart[], untitled: readonly string[] = []): JoinedParts {
  return {
    lists: parts.flatMap(({ lists = [] }) => lists),
    redraw: (values) =>
      parts.reduce<FormValues | null>((moved, part) => moved ?? part.redraw?.(values) ?? null, null),
    values: async (call) => Object.assign({}, ...(await Promise.all(parts.map((part) => part.values(call))))),
    read: (call, body) => readEach(parts, call, body),
    form: async (call, shown) => {
      const rendered = await Promise.all(
        parts.map(async (part) => ({ part, fields: await part.form(call, shown) })),
      )
      return rendered.map(({ part: { key, title }, fields }) =>
        untitled.includes(key) ? (
          <div key={key} class="section">
            {fields}
          </div>
        ) : (
          <Section key={key} id={key} title={call.reader.t(title)}>
            {fields}
          </Section>
        ),
      )
    },
  }
}

async function readEach(parts: readonly RecordPart[], call: PartCall, body: unknown): Promise<PartReading> {
  const errors: FieldError[] = []
  let { document } = call
  for (const part of parts) {
    const reading = await part.read({ ...call, document }, body)
    if (reading.valid) document = reading.document
    else errors.push(...reading.errors)
  }
  return errors.length === 0 ? { valid: true, document } : { valid: false, errors }
}
