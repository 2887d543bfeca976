import { z } from 'zod'
import { textStates } from '../../../../platform/i18n/localized-text.ts'
import { themes } from '../../../networks/index.ts'
import { tiers } from '../../competence.ts'
import { forms } from '../../forms.ts'
import { meanKinds, publications, wishKinds } from '../codes.ts'

const id = z.uuid()
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))
const size = z.int().min(0).nullable()

/** A wish as one value: what its versions keep and its forms change. The authority stands by its id, the horizon is EDTF. */
export const wishDocument = z.object({
  kind: z.enum(wishKinds),
  organisationId: id.nullable(),
  title: text,
  text,
  themes: z.array(z.enum(themes)),
  forms: z.array(z.enum(forms)),
  /** The levels and the number of inhabitants of whom it is looked for. */
  tiers: z.array(z.enum(tiers)),
  populationFrom: size,
  populationTo: size,
  countries: z.array(z.string()),
  /** In which one can work. */
  languages: z.array(z.string()),
  means: text,
  meanKinds: z.array(z.enum(meanKinds)),
  /** What is offered in return. */
  returns: text,
  returnThemes: z.array(z.enum(themes)),
  horizon: z.string().max(100).nullable(),
  horizonWords: text,
  expiresOn: z.iso.date(),
  /** Since when its authority has found. */
  foundOn: z.iso.date().nullable(),
  visibility: z.enum(publications),
  /** What a source had said of the authority. */
  interestId: id.nullable(),
  knownOn: z.iso.date(),
})

export type WishDocument = z.output<typeof wishDocument>

/** What a wish is made from. */
export const emptyWish: WishDocument = {
  kind: 'search',
  organisationId: null,
  title: {},
  text: {},
  themes: [],
  forms: [],
  tiers: [],
  populationFrom: null,
  populationTo: null,
  countries: [],
  languages: [],
  means: {},
  meanKinds: [],
  returns: {},
  returnThemes: [],
  horizon: null,
  horizonWords: {},
  expiresOn: '0001-01-01',
  foundOn: null,
  visibility: 'public',
  interestId: null,
  knownOn: '0001-01-01',
}
