/** « Étaient présents : … »: the bodies there are those of the participants. */
export const listsPeople =
  /^[^\p{L}]{0,4}(?:etaient |etait |s'etaient |personnes? )?(?:presente?s?|excusee?s?|absente?s?|representee?s?|participants?|participaient|attended|apologies|present|pouvoirs?|copies?|secretaires?(?: de seance)?)\b[^.]{0,30}:/u

// « Mme Le Gall, présidente de … »: only with a person’s name.
const role =
  /\p{Lu}[\p{L}’'-]+,? (?:notre |mon |ma |l[’']|le |la |the )?(?:ancien(?:ne)? |vice-?|deputy |first )?(?:pr[ée]sidente?|directeur|directrice|responsable|chef|cheffe|secr[ée]taire|tr[ée]sori[èe]re?|charg[ée]e?(?: de (?:mission|projet|coop[ée]ration))?|adjointe?|conseill[èe]re?|proviseure?|doyenne?|animat(?:eur|rice)|professeure?|attach[ée]e?|ambassadeur|ambassadrice|consule?|director|head|chair(?:man|woman)?|secretary|officer|principal|professor|conductor)(?: (?:g[ée]n[ée]rale?|adjointe?|scientifique|p[ée]dagogique|artistique|technique|deputy|municipale?))*,? (?:de la |du |de l[’']|des |d[’']|de |of the |of |at the |à la |à l[’']|au )?$/u
// « a rénové l’école de Thiès », « la construction de la bibliothèque »: the result of work, not a participant.
const made =
  /(?<!\p{L})(?:r[ée]nov|r[ée]habilit|constr|[ée]quip|maint|entret|visit|dot[ée]|financ|modernis|agrand|restaur|bâti|reconstr|inaugur|am[ée]nag|extension|cr[ée]ation|cr[ée]é|ouvert(?:ure)?|pos[ée]|rebuil|built|renovat|equip|visited|restor)\p{Ll}* (?:(?:de la|du|de l[’']|d[’']une?|des|de|une?|la|le|l[’']|les|of the|of a|the|a) ?)?$/iu
// « conseille la municipalité pour son parc »: a thing of one of the two.
const owned = /(?<!\p{L})(?:son|sa|ses|leur|leurs) $/iu
const things =
  /^(?:parc|place|jardin|march[ée]|[ée]cole|h[ôo]pital|biblioth[èe]que|stade|port|centre[- ]ville)\b/iu
const venues = /^(?:th[ée][âa]tre|maison|stade|gymnase|palais|salle|halle|Exhibition|Convention)/iu
const atPlace = /(?<!\p{L})(?:au |à la |à l[’']|dans (?:le |la |l[’'])|at (?:the )?|in the )$/iu

/** Whether the words around a name make it a person’s post, a building, the place of an event, or a mere explanation of the next name. */
export function isNoActor(text: string, start: number, end: number, name: string): boolean {
  const before = text.slice(Math.max(0, start - 70), start)
  const article =
    /^(?:de la|du|de l[’']|des|d[’']|de|une?|la|le|l[’']|les) ?/iu.exec(text.slice(start, start + 8))?.[0] ??
    ''
  const lead = `${before}${/^(?:[ld][’']|le|la|les|du|de|des|une?)/iu.test(text.slice(start, start + 3)) ? article : ''}`
  return (
    role.test(lead) ||
    made.test(lead) ||
    (things.test(name) && owned.test(before)) ||
    (venues.test(name) && atPlace.test(lead)) ||
    (/ (?:library|museum|hospital|theatre)$/u.test(name) && /\b(?:on|at|in|near) the $/u.test(before)) ||
    (!/\s.*\p{Lu}/u.test(name) && /^, (?:l[’']|le |la )\p{Lu}/u.test(text.slice(end, end + 8)))
  )
}
