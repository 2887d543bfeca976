import { z } from 'zod'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import { type FormValues, fieldError, typedValue } from '../../../../platform/input/form.ts'
import type { PartCall } from '../../../../platform/records/record-kind.ts'
import { formOf } from '../../../../ui/form/record-fields.tsx'
import { choiceErrors, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice, valuesOfChoice } from '../../../directory/picking/index.ts'
import { visibilities } from '../codes.ts'
import { wishDocument, wishFields } from '../fields.ts'
import { textValues } from '../from-sources/draft.ts'
import { lookUpSaid } from '../from-sources/queries.ts'
import { usualExpiry } from '../wish-state.ts'
import { AboutFields, aboutValues, readHorizon, typedAbout } from './about-form.tsx'
import { VisibilityField } from './validity-form.tsx'
import { personalErrors, wishPart } from './wish-part.ts'

const where = formOf(wishFields, ['countries'])

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
    countries: wish.countries,
    visibility: wish.visibility,
    interest: wish.interestId ?? '',
  }
}

/** A new wish: its authority, kind, themes, place and readers. The rest follows part by part; it is answered for a year. */
export const newWishForm = wishPart({
  key: 'new',
  title: 'partners.wish.form.newWish',
  lead: 'partners.wish.form.newWishLead',
  reasonHint: 'partners.wish.form.reasonHint',
  values: async (call) => {
    const { context, reader, network } = call
    const [own] = organisationsOf(context.actor, network.id, ['member'])
    const refs = await listOrganisationRefs(context, own === undefined ? [] : [own])
    const ref = own === undefined ? undefined : refs.get(own)
    return {
      ...aboutValues(call),
      kind: '',
      ...valuesOfChoice(reader, 'authority', ref),
      countries: network.countries.filter((country) => ref && country !== ref.country),
      visibility: 'public',
      interest: '',
    }
  },
  schema: (call) =>
    typedAbout(call).extend({
      ...where.schema(call).shape,
      visibility: z.enum(visibilities),
      interest: z.union([z.literal(''), z.uuid()]).default(''),
    }),
  write: async (call, typed, values) => {
    const { context, network, document } = call
    const { interest, horizon, ...about } = typed
    const choices = await readChoices(context, values, ['authority'])
    const picked = choices.get('authority')
    const errors = [...choiceErrors(choices), ...personalErrors(about)]
    if (picked?.state !== 'chosen' || errors.length > 0) return errors
    const { id: organisationId, validUntil } = picked.organisation
    if (validUntil !== null && validUntil <= context.today)
      return [fieldError('authority.name', 'partners.wish.error.abolished')]
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
    const { reader, context } = call
    return (
      <>
        <input type="hidden" name="interest" value={typedValue(shown.values, 'interest')} />
        <OrganisationChoice
          call={call}
          choices={await readChoices(context, shown.values, ['authority'])}
          name="authority"
          label={reader.t('partners.wish.authority')}
          hint={reader.t('partners.wish.form.authorityHint')}
          required
        />
        <AboutFields call={call} />
        {where.form(call)}
        <VisibilityField call={call} among={visibilities} />
      </>
    )
  },
})
