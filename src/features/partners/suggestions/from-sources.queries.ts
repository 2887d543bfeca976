import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { selectToldMeeting } from '../../minutes/index.ts'
import { type Theme, themes, themesOfText } from '../../networks/themes/index.ts'
import type { ThemeUse } from './profile.ts'
import type { Ground, PartnerTerms } from './terms.ts'

/** What an authority says that it seeks and offers: in a wish, in a tour de table, or in the words of a source. */
export interface Said {
  organisationId: string
  seeks: ThemeUse[]
  offers: ThemeUse[]
  /** Of the partner that a wish looks for. */
  terms: PartnerTerms[]
  languages: string[]
}

interface Row {
  organisationId: string
  ground: Ground
  kind: 'search' | 'offer'
  themes: string[]
  text: LocalizedText
  /** What is offered in return. */
  returnThemes: string[]
  returns: LocalizedText
  languages: string[]
  /** Null where it is no wish. */
  terms: Omit<PartnerTerms, 'ground'> | null
}

/**
 * What the members of a network say that they seek and offer on the context’s day: wishes that are open, what was said in tours de table of
 * two years, and what sources say of members that have not spoken themselves.
 */
export async function listSaid(context: Context, networkId: string): Promise<Said[]> {
  const { database, today } = context
  const since = Temporal.PlainDate.from(today).subtract({ years: 2 }).toString()
  const { rows } = await sql<Row>`
    select w.organisation_id as "organisationId", json_build_object('kind', 'wish', 'id', w.wish_id) as ground, w.kind, w.themes,
      w.text, w.return_themes as "returnThemes", w.returns, w.languages, json_build_object('tiers', w.tiers, 'populationFrom', w.population_from,
        'populationTo', w.population_to, 'countries', w.countries, 'forms', w.forms) as terms
    from partners_wish w
    where w.network_id = ${networkId} and w.known_on <= ${today} and w.published_at is not null and w.expires_on >= ${today}
      and (w.found_on is null or w.found_on > ${today})
    union all
    select r.organisation_id, json_build_object('kind', 'round', 'id', round.meeting_id), r.kind, r.themes, r.text, '{}', '{}', '{}', null
    from partners_round_wish r join partners_round round on round.round_id = r.round_id
    join minutes_meeting m on m.meeting_id = round.meeting_id
    where round.network_id = ${networkId} and m.known_on <= ${today} and r.known_on <= ${today} and m.held_on >= ${since}
      and ${selectToldMeeting()}
    union all
    select i.organisation_id, json_build_object('kind', 'interest', 'id', i.interest_id), 'search', i.themes, i.seeks, '{}', i.offers, '{}', null
    from registry_interest i
    where i.network_id = ${networkId} and i.known_on <= ${today}
      and not exists (select 1 from partners_wish w where w.interest_id = i.interest_id and w.published_at is not null
        and w.known_on <= ${today})
  `.execute(database)
  return rows.map(({ organisationId, ground, kind, languages, terms, ...said }) => {
    const uses = (list: readonly string[], text: LocalizedText) =>
      namedThemes(list, text).map((theme) => ({ theme, ground }))
    const own = uses(said.themes, said.text)
    const inReturn = uses(said.returnThemes, said.returns)
    const who = {
      organisationId,
      languages,
      terms: terms ? [{ ...terms, ground }] : [],
    }
    return kind === 'search'
      ? { ...who, seeks: own, offers: inReturn }
      : { ...who, seeks: inReturn, offers: own }
  })
}

/** The chosen themes, else those that the text names in any of its languages. */
function namedThemes(chosen: readonly string[], text: LocalizedText): Theme[] {
  const known = themes.filter((theme) => chosen.includes(theme))
  if (known.length > 0) return known
  return [...new Set(Object.values(text).flatMap((passage) => themesOfText(passage.text)))]
}
