import type { z } from 'zod'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { documentOf, emptyOf } from '../../../platform/records/fields/field.ts'
import {
  code,
  codes,
  count,
  countries,
  isoDay,
  languages,
  optionalDay,
  reference,
  text,
  vagueDate,
} from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { themeGroups, themes } from '../../networks/index.ts'
import { tiers } from '../competence.ts'
import { forms } from '../forms.ts'
import { publications, wishKinds } from './wish.ts'

/** Between how many inhabitants a partner is looked for; null where nobody says. */
export function sizeWords(
  { t, interfaceLanguage }: Reader,
  { populationFrom, populationTo }: Pick<WishDocument, 'populationFrom' | 'populationTo'>,
): string | null {
  const words = (count: number) => numberFormatter(interfaceLanguage, {}).format(count)
  if (populationFrom !== null && populationTo !== null)
    return t('partners.wish.size.between', { from: words(populationFrom), to: words(populationTo) })
  if (populationFrom !== null) return t('partners.wish.size.from', { from: words(populationFrom) })
  return populationTo === null ? null : t('partners.wish.size.to', { to: words(populationTo) })
}

const sought = 'Levels of the partner sought'
const inReturn = 'What is offered in return'

/** The fields of a wish: what its authority seeks or offers, partners, means and last day. Its documents hold them in this order. */
export const wishFields = {
  kind: code(wishKinds, {
    label: 'partners.wish.form.kind',
    words: (kind) => `partners.wish.kindTitle.${kind}`,
    hints: (kind) => `partners.wish.form.kindHint.${kind}`,
  }),
  organisationId: reference({ label: 'partners.wish.authority' }),
  title: publicText({
    label: 'partners.wish.text.title',
    hint: 'partners.wish.form.titleHint',
    max: 150,
    rows: 1,
    isRequired: true,
  }),
  // What one reads on a phone without turning the page.
  text: publicText({
    label: 'partners.wish.text.text',
    hint: 'partners.wish.form.textHint',
    max: 1000,
    rows: 6,
    isRequired: true,
    about: { program: 'To whom, for what, by when; no names, addresses or numbers' },
  }),
  themes: codes(themes, {
    label: 'partners.wish.themes',
    hint: 'partners.wish.form.themesHint',
    words: (theme) => `networks.theme.${theme}`,
    groups: themeGroups,
    none: { form: 'partners.wish.error.theme', program: 'one theme at least' },
  }),
  forms: codes(forms, { label: 'partners.wish.forms', words: (form) => `partners.form.${form}` }),
  tiers: codes(tiers, {
    label: 'partners.wish.tiers',
    hint: 'partners.wish.form.tiersHint',
    words: (tier) => `partners.tier.${tier}`,
    about: { answer: sought, program: sought },
  }),
  populationFrom: count({
    label: 'partners.wish.form.populationFrom',
    wrong: 'partners.wish.error.size',
  }),
  populationTo: count({ label: 'partners.wish.form.populationTo', wrong: 'partners.wish.error.size' }),
  countries: countries({
    label: 'partners.wish.countries',
    words: countryName,
    order: byOwnSide,
    about: { answer: 'ISO 3166-1 alpha-2' },
  }),
  languages: languages({
    label: 'partners.wish.languages',
    words: languageInWords,
    about: { answer: 'BCP 47: in which one can work', program: 'In which one can work, BCP 47' },
  }),
  means: publicText({
    label: 'partners.wish.text.means',
    hint: 'partners.wish.form.meansHint',
    max: 500,
  }),
  meanKinds: codes(['budget', 'staff', 'expertise', 'venues', 'hosting', 'travel', 'interpretation'], {
    label: 'partners.wish.means',
    words: (kind) => `partners.wish.mean.${kind}`,
  }),
  returns: publicText({
    label: 'partners.wish.text.returns',
    hint: 'partners.wish.form.returnsHint',
    max: 500,
    about: { answer: inReturn, program: inReturn },
  }),
  returnThemes: codes(themes, {
    label: 'partners.wish.returnThemes',
    words: (theme) => `networks.theme.${theme}`,
    groups: themeGroups,
  }),
  horizon: vagueDate({ label: 'partners.wish.horizon' }),
  // As typed in the date field above, which takes a hundred signs. Programs give a date by its EDTF alone.
  horizonWords: {
    ...text({ label: 'partners.wish.text.horizonWords', max: 100 }),
    answer: null,
    program: null,
  },
  expiresOn: isoDay({ label: 'partners.wish.expires' }),
  foundOn: optionalDay({
    label: 'partners.wish.found',
    about: { program: 'Since when the authority says that it has found' },
  }),
  // A withdrawn one is not answered: the API says by hand which of two it is.
  visibility: {
    ...code(publications, {
      label: 'partners.wish.form.visibility',
      words: (each) => `partners.wish.visibility.${each}`,
    }),
    answer: null,
  },
  // What a source had said of the authority: the server writes it, and the day on which the wish became known.
  interestId: reference({ label: null }),
  knownOn: { ...isoDay({ label: null }), program: null },
}

export const wishDocument = documentOf(wishFields)
export type WishDocument = z.output<typeof wishDocument>
export const emptyWish: WishDocument = emptyOf(wishFields)
