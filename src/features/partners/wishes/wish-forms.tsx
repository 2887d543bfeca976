import { z } from 'zod'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { optionalSaidDate, saidDate } from '../../../platform/input/date-input.ts'
import { type FieldError, type FormValues, fieldError, typedValue } from '../../../platform/input/form.ts'
import { fieldWords } from '../../../platform/records/fields/explanation.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import type { PartCall, RecordPart } from '../../../platform/records/record-kind.ts'
import {
  recordPart,
  type TypedCall,
  type TypedPart,
  wordsOfDate,
} from '../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateToType, dayWords } from '../../../ui/text/date-words.ts'
import { listOrganisationRefs, ownChoice, valuesOfChoice } from '../../directory/picking/index.ts'
import { sizeWords, type WishDocument, wishDocument, wishFields } from './fields.ts'
import { textValues } from './from-sources/draft.ts'
import { lookUpSaid } from './from-sources/queries.ts'
import { latestExpiry, publications, usualExpiry, visibilities } from './wish.ts'

/** What a form of a wish is drawn from. */
type WishCall = TypedCall<WishDocument>

const authority = ownChoice({
  name: 'authority',
  label: 'partners.wish.authority',
  hint: 'partners.wish.form.authorityHint',
  ended: 'partners.wish.error.abolished',
})
const core = formOf(wishFields, ['kind', 'title', 'text', 'themes'])
const ways = formOf(wishFields, ['forms'])
const where = formOf(wishFields, ['countries'])
const sought = formOf(wishFields, ['tiers', 'populationFrom', 'populationTo', 'languages'])
const brought = formOf(wishFields, ['meanKinds', 'means', 'returns', 'returnThemes'])
// In the order in which they help suggestions.
const moreNames = [
  ...['tiers', 'forms', 'horizon', 'populationFrom', 'populationTo', 'languages'],
  ...['meanKinds', 'means', 'returns', 'returnThemes'],
]

/** A new wish: its authority, kind, words, themes, place and readers, and folded what else one may say. It is answered for a year. */
export const newWishForm = wishPart({
  key: 'new',
  title: 'partners.wish.form.newWish',
  lead: 'partners.wish.form.newWishLead',
  reasonHint: 'partners.wish.form.reasonHint',
  values: async (call) => {
    const { reader, network } = call
    const own = await authority.find(call)
    return {
      ...aboutValues(call),
      ...sought.values(call),
      ...brought.values(call),
      kind: '',
      ...valuesOfChoice(reader, 'authority', own),
      countries: network.countries.filter((country) => own && country !== own.country),
      visibility: 'public',
      interest: '',
    }
  },
  schema: (call) =>
    typedAbout(call).extend({
      ...where.schema(call).shape,
      ...sought.schema(call).shape,
      ...brought.schema(call).shape,
      visibility: z.enum(visibilities),
      interest: z.union([z.literal(''), z.uuid()]).default(''),
    }),
  write: async (call, typed, values) => {
    const { context, network, document } = call
    const { interest, horizon, ...about } = typed
    const { id: organisationId, errors: wrong } = await authority.read(call, values)
    const errors = [...wrong, ...personalErrors(about), ...sizeErrors(about)]
    if (organisationId === null || errors.length > 0) return errors
    // What a source said of another authority cannot be adopted by this one.
    const said = interest === '' ? null : await lookUpSaid(context, network.id, interest)
    return {
      ...document,
      ...about,
      ...readHorizon(call, horizon),
      organisationId,
      interestId: said?.organisation.id === organisationId ? said.id : null,
      expiresOn: usualExpiry(context.today),
      knownOn: context.today,
    }
  },
  form: async (call, shown) => {
    const { reader } = call
    return (
      <>
        <input type="hidden" name="interest" value={typedValue(shown.values, 'interest')} />
        {await authority.form(call, shown.values)}
        <DraftingAdvice />
        {core.form(call)}
        {where.form(call)}
        <VisibilityField call={call} among={visibilities} />
        <MoreFields names={moreNames} label={reader.t('partners.wish.form.more')}>
          {ways.form(call)}
          <HorizonField call={call} />
          {sought.form(call)}
          {brought.form(call)}
        </MoreFields>
      </>
    )
  },
})

/** What was sent before and came back, as it was typed: its texts in each of their languages too. */
export async function retypeWish(call: PartCall): Promise<FormValues> {
  const { context, reader, document } = call
  const wish = wishDocument.parse(document)
  const refs = await listOrganisationRefs(context, wish.organisationId === null ? [] : [wish.organisationId])
  return {
    ...aboutValues({ ...call, document: wish }),
    ...textValues('title', wish.title),
    ...textValues('text', wish.text),
    ...valuesOfChoice(reader, 'authority', [...refs.values()][0]),
    ...sought.values({ reader, document: wish }),
    ...brought.values({ reader, document: wish }),
    ...textValues('means', wish.means),
    ...textValues('returns', wish.returns),
    countries: wish.countries,
    visibility: wish.visibility,
    interest: wish.interestId ?? '',
  }
}

/** What an authority looks for or offers: its words, its themes, by which forms and by when. */
const aboutForm = wishPart({
  key: 'about',
  title: 'partners.wish.form.about',
  lead: 'partners.wish.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.title, reader.language)?.text ?? '',
  values: aboutValues,
  schema: typedAbout,
  write: (call, { horizon, ...typed }) => {
    const errors = personalErrors(typed)
    return errors.length > 0 ? errors : { ...call.document, ...typed, ...readHorizon(call, horizon) }
  },
  form: (call) => <AboutFields call={call} />,
})

/** Who is looked for: levels, size, countries, and the languages in which one can work. */
const partnerForm = wishPart({
  key: 'partner',
  title: 'partners.wish.form.partner',
  lead: 'partners.wish.form.partnerLead',
  words: ({ reader, document }) =>
    [
      fieldWords(wishFields.tiers, reader, document.tiers),
      sizeWords(reader, document),
      fieldWords(wishFields.countries, reader, document.countries),
    ]
      .filter(Boolean)
      .join(', '),
  ...formOf(wishFields, ['countries', 'tiers', 'populationFrom', 'populationTo', 'languages']),
  write: ({ document }, typed) => {
    const errors = sizeErrors(typed)
    return errors.length > 0 ? errors : { ...document, ...typed }
  },
})

function sizeErrors({ populationFrom, populationTo }: Pick<WishDocument, 'populationFrom' | 'populationTo'>) {
  return populationFrom !== null && populationTo !== null && populationFrom > populationTo
    ? [fieldError('populationTo', 'partners.wish.error.sizes')]
    : []
}

/** What an authority puts into the partnership, and what it offers in return. */
const meansForm = wishPart({
  key: 'means',
  title: 'partners.wish.form.means',
  lead: 'partners.wish.form.meansLead',
  words: ({ reader, document }) => fieldWords(wishFields.meanKinds, reader, document.meanKinds) ?? '',
  ...formOf(wishFields, ['meanKinds', 'means', 'returns', 'returnThemes']),
  write: writeTyped,
})

/** Until when a wish is answered, and who reads it. */
const validityForm = wishPart({
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

/** The forms of a wish, in the order in which they are offered. */
export const wishParts: readonly RecordPart[] = [aboutForm, partnerForm, meansForm, validityForm]

/** A form of a wish as editing takes it. */
function wishPart<S extends z.ZodType>(part: TypedPart<WishDocument, S>): RecordPart {
  return recordPart((document) => wishDocument.parse(document), part)
}

/** What the fields hold before anybody has typed. */
function aboutValues(call: WishCall) {
  const { reader } = call
  const { horizon, horizonWords } = call.document
  const words = horizonWords[reader.interfaceLanguage]?.text ?? null
  return {
    ...core.values(call),
    ...ways.values(call),
    horizon: horizon === null ? '' : dateToType(reader, horizon, words),
  }
}

/** What they send. */
function typedAbout(call: WishCall) {
  return core
    .schema(call)
    .extend({ ...ways.schema(call).shape, horizon: optionalSaidDate(call.reader.interfaceLanguage) })
}

/** The two fields that a date as people say it makes: by hand, because one box fills both. */
function readHorizon({ reader, document }: WishCall, said: { edtf: string; words: string | null } | null) {
  const before = { on: document.horizon, words: document.horizonWords }
  return { horizon: said?.edtf ?? null, horizonWords: wordsOfDate(reader, said, before) }
}

function AboutFields({ call }: { call: WishCall }) {
  return (
    <>
      <DraftingAdvice />
      {core.form(call)}
      {ways.form(call)}
      <HorizonField call={call} />
    </>
  )
}

function HorizonField({ call: { reader } }: { call: WishCall }) {
  return <DateField name="horizon" label={reader.t('partners.wish.horizon')} />
}

const rules = ['whom', 'what', 'when', 'bring', 'noPersons', 'short'] as const

/** What a good wish says, shown beside the form: what a machine can check is checked, the rest is advice. */
function DraftingAdvice() {
  const { t } = useReader()
  return (
    <aside class="drafting" aria-labelledby="drafting">
      <h2 id="drafting">{t('partners.wish.rules.title')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`partners.wish.rules.${rule}`)}</li>
        ))}
      </ul>
    </aside>
  )
}

/** The document with what was typed, unless its texts say how a person is reached. */
function writeTyped({ document }: WishCall, typed: Partial<WishDocument>): WishDocument | FieldError[] {
  const errors = personalErrors(typed)
  return errors.length > 0 ? errors : { ...document, ...typed }
}

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
function VisibilityField({ call: { reader }, among }: VisibilityFieldProps) {
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
