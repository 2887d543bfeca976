import type { FieldError } from '../../../../platform/input/form.ts'
import type { PartCall, PartReading, RecordPart } from '../../../../platform/records/record-kind.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { Section } from '../../../../ui/text/headings.tsx'

export type JoinedParts = Pick<RecordPart, 'values' | 'read' | 'form'>

/**
 * Several forms of a record on one page, sent together: each reads its own fields into what the one before made of the document.
 * Those that are named `untitled` say themselves what they are about.
 */
export function joinParts(
  parts: readonly RecordPart[],
  { untitled = [] }: { untitled?: readonly string[] } = {},
): JoinedParts {
  return {
    values: async (call) => Object.assign({}, ...(await Promise.all(parts.map((part) => part.values(call))))),
    read: (call, body) => readEach(parts, call, body),
    form: async (call, shown) => {
      const drawn = await Promise.all(
        parts.map(async (part) => ({ part, fields: await part.form(call, shown) })),
      )
      return drawn.map(({ part: { key, title }, fields }) =>
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
  let values: Shown['values'] | null = null
  for (const part of parts) {
    const reading = await part.read({ ...call, document }, body)
    if (reading.valid) document = reading.document
    // A button of a list was pressed: nothing is wrong with the rest before it is sent.
    else if (reading.isToBeDrawnAgain) return reading
    else {
      values = reading.values
      errors.push(...reading.errors)
    }
  }
  return values === null ? { valid: true, document } : { valid: false, values, errors }
}
