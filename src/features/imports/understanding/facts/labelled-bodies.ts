import type { Named } from './body-names.ts'

// « Acteurs : l'ESSEC, la Croix-Rouge et le conservatoire »: everything after such a label takes part.
const label =
  /(?<![\p{L}-])(?:[Aa]cteurs?|[Oo]p[ée]rateurs?|[Pp]artenaires? (?:locaux|techniques?|financiers?|associ[ée]s|associatifs?|op[ée]rationnels?)|[Ss]tructures? (?:associ[ée]es?|impliqu[ée]es?)|[Aa]ssociations?|[Pp]orteurs?(?: de projets?| du projet)?|[Aa]ctors?|[Ll]ocal partners?|[Oo]perators?)(?: (?:mobilis[ée]s|impliqu[ée]s|associ[ée]s|locaux|fran[çc]ais|concern[ée]s|involved))? ?: ?([^.;:\n]{3,260})/gu
// « financé par la Fondation de France et le Crédit agricole »: every name that follows such words.
const lead =
  /(?<!\p{L})(?:(?:financ|cofinanc|port|pilot|anim|mont|men|organis|appuy|accompagn|encadr|conduit|coordonn)[ée]?e?s? par|soutenue?s? par|avec (?:l[’'](?:appui|aide)|le (?:soutien|concours)|la participation|la contribution) (?:de|du|d[’'])|en (?:lien|partenariat|collaboration) avec|associe|mobilise|supported by|funded by|run by) ([^.;:()]{3,200})/gu
const proper =
  /^(?:de |du |d[’'])?(?:la |le |les |l[’']|the )?(\p{Lu}[\p{L}\p{M}\d’'-]*(?: (?:de |du |des |d[’'])?\p{Lu}[\p{L}\p{M}\d’'-]*| (?:agricole|populaire|mutuel|catholique|fran[çc]aise?|nationale?|la[ïi]que|solidaire|international)(?!\p{L}))*)(?= *$| (?:depuis|en|dans|pour|qui|dont|à|au|aux|par|a|ont|est|sont|lors|afin|sur|de|du)(?!\p{L}))/u
const parting = /, (?:et |and )?| et (?=la |le |les |l[’']|\p{Lu})| and (?=the |\p{Lu})/gu
const article = /^(?:la |le |les |l[’']|une? |the )/u

/** The bodies in a list after a label. */
export function labelledBodies(text: string): Named[] {
  return Array.from(text.matchAll(label)).flatMap((match) => {
    const list = match[1] ?? ''
    const from = match.index + match[0].length - list.length
    const named: Named[] = []
    let at = 0
    for (const part of list.split(parting)) {
      const start = list.indexOf(part, at)
      at = start + part.length
      const lead = article.exec(part)?.[0].length ?? 0
      const name = part
        .slice(lead)
        .replace(/ ?\([^)]*\)?$/u, '')
        .trim()
      if (isName(name)) named.push({ name, at: from + start + lead })
    }
    return named
  })
}

/** Names after the first in a list of supporters, each in capitals. */
export function helpersListed(text: string): Named[] {
  return Array.from(text.matchAll(lead)).flatMap((match) => {
    const list = match[1] ?? ''
    const from = match.index + match[0].length - list.length
    let at = 0
    return list.split(parting).flatMap((part, index): Named[] => {
      const start = list.indexOf(part, at)
      at = start + part.length
      const found = proper.exec(part)
      const name = found?.[1] ?? ''
      return index > 0 && found && name.length > 2 && !notBodies.test(name)
        ? [{ name, at: from + start + found[0].length - name.length }]
        : []
    })
  })
}

const notBodies =
  /^(?:M|Mme|MM|Madame|Monsieur|Ville|R[ée]gion|D[ée]partement|Commune|M[ée]tropole|Mairie|[ÉE]tat|Union|Europe|Comit[ée] [Pp]opulaire|Province|Conseil|Agglom[ée]ration|Communaut[ée]|Minist[èe]re|Ambassade|Consulat)$|^(?:M|Mme|MM|Conseil|Minist[èe]re|Ambassade|Consulat|Ville|R[ée]gion|D[ée]partement) /u

// A sentence after a colon is not a name, nor is « aucun ».
const isName = (name: string) =>
  name.length > 2 &&
  name.split(/[ -]/u).length <= 9 &&
  !/^(?:aucune?s?|n[ée]ant|divers|none|pas d|des |nombreu)|\b(?:est|sont|a|ont|sera|seront|is|are|has|was)\b|\d{4}/iu.test(
    name,
  )
