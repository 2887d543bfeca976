import { z } from 'zod'
import { saidDate } from '../../../../platform/input/date-input.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { publications } from '../codes.ts'
import { latestExpiry } from '../wish-state.ts'
import { type WishCall, wishPart } from './wish-part.ts'

/** Until when a wish is answered, and who reads it. */
export const validityForm = wishPart({
  key: 'validity',
  title: 'partners.wish.form.validity',
  lead: 'partners.wish.form.validityLead',
  words: ({ reader, document }) =>
    [
      reader.t(`partners.wish.visibility.${document.visibility}`),
      reader.t('partners.wish.until', { day: dayWords(reader, document.expiresOn) }),
    ].join(', '),
  values: ({ reader, document }) => ({
    expires: dateToType(reader, document.expiresOn, null),
    visibility: document.visibility,
  }),
  schema: ({ reader }) =>
    z.object({ expires: saidDate(reader.interfaceLanguage), visibility: z.enum(publications) }),
  write: (call, { expires, visibility }) => {
    const expiresOn = readExpiry(call, expires.edtf)
    return typeof expiresOn === 'string' ? { ...call.document, expiresOn, visibility } : expiresOn
  },
  form: (call) => {
    const { reader } = call
    return (
      <>
        <DateField
          name="expires"
          label={reader.t('partners.wish.expires')}
          hint={reader.t('partners.wish.form.expiresHint')}
          required
        />
        <VisibilityField call={call} among={publications} />
      </>
    )
  },
})

// A day that is unchanged may be over; a new one is neither over nor more than two years away.
function readExpiry({ context, document }: WishCall, edtf: string): string | FieldError[] {
  if (edtf === document.expiresOn) return edtf
  if (!/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return [fieldError('expires', 'partners.wish.error.day')]
  if (edtf < context.today) return [fieldError('expires', 'partners.wish.error.over')]
  return edtf > latestExpiry(context.today) ? [fieldError('expires', 'partners.wish.error.tooFar')] : edtf
}

interface VisibilityFieldProps {
  call: WishCall
  among: readonly (typeof publications)[number][]
}

/** Who reads the wish. */
export function VisibilityField({ call: { reader }, among }: VisibilityFieldProps) {
  return (
    <ChoiceField
      name="visibility"
      label={reader.t('partners.wish.form.visibility')}
      options={among.map((each) => ({
        value: each,
        label: reader.t(`partners.wish.form.visibility.${each}`),
      }))}
      required
    />
  )
}
