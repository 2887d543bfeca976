import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Named } from './body-names.ts'

// « avec Archéologie Nouvelle », « sous le contrôle du Gret »: a name in capitals where only a supporter can be.
const helper =
  /(?:(?:[Ee]ngineers|[Ee]xperts|[Ss]taff|[Vv]olunteers|[Tt]eachers|[Tt]echnicians|[Tt]rainees) (?:from|of)|(?:ing[ée]nieurs?|experts?|techniciens?|b[ée]n[ée]voles|[ée]tudiants|stagiaires?|salari[ée]s|[ée]quipes?|m[ée]decins) (?:de|du|d[’'])|[Aa]vec|par|[Ww]ith|by|au[x]? c[ôo]t[ée]s (?:de|du)|(?:aide|appui|concours|contr[ôo]le|soutien|help|support|participation)(?: [\p{L}]+)? (?:de|du|d[’']|of)|mobilise|associe|syndicate|company|charity|utility|firm|start-up|NGO|ONG)(?: la| le| l[’']| les|’)? ?(\p{Lu}[\p{L}\p{M}\d]*(?:[-’'][\p{L}\p{M}]+)*(?: (?:de |du |des |et |d[’'])?\p{Lu}[\p{L}\p{M}\d]*(?:-[\p{L}]+)*| populaire| catholique| sans frontières){0,4})/gu
// « l’Agrocampus », « l’Arsenal des mers »: a name in capitals after an article that no place takes.
const articled = /(?<![\p{L}-])(?<!dans )[lL][’'](\p{Lu}\p{Ll}{2,}(?: des \p{Ll}+)?)(?![\p{L}-]| \p{Lu})/gu
const notArticled =
  /^(?:Année|Action|État|Europe|Afrique|Amérique|Asie|Océanie|Atlantique|Union|Ambassad|Association|Agence|Assemblée|Exposition|Est|Ouest|Outre|Orient|Occident|Hôtel|Hexagone|Élysée|Inde|Office|Organisation|Institut|École|Université|Église|Histoire|Accord|Intérieur|Antiquité|Empire|Islam|Internet|Adjoint|Élu|Île|Eurom|Euror|Ascension|Assomption|Aïd|Avent|Armistice|Épiphanie)/u
// “Fraunhofer ISE”
const withInitials = /(?<![\p{L}-])(\p{Lu}\p{Ll}{3,} \p{Lu}{2,5})(?![\p{L}-])/gu
const named =
  /(?<![\p{L}\d-])(\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]+|\p{Lu}\p{L}+\d{3,4}|(?<=(?:[LlDd][’']|[Ll]a |[Ll]e |[Dd]u |[Aa]u |[Aa]ux |par |avec ))\p{Lu}{3,8}(?: \p{Lu}\p{Ll}+)?)(?![\p{L}-])/gu
// « Le Gret assure le suivi », « Les Scouts de France ont envoyé »: a name in capitals after an article, as the subject of a verb.
const doing =
  '(?:ont|a|est|sont|y|finance|cofinance|assure|suit|suivent|appuie|forme|accompagne|participe|pr[êe]te|conseille|anime|g[èe]re|loge|accueille|soutient|soutiennent|intervient|interviennent|fournit|fournissent|apporte|coordonne|pilote|encadre|envoie|organise|h[ée]berge|travaille|[ée]change|met|mettent|aide|collecte)(?:nt)?'
const subject = new RegExp(
  `(?<![\\p{L}-])(?:[Ll]e|[Ll]a|[Ll]es) (\\p{Lu}\\p{L}{2,}(?:-\\p{L}+)*(?: (?:de |du |des )?\\p{Lu}[\\p{L}-]+)*(?: (?:du |des |d[’'])\\p{Ll}+)?)(?= (?:et (?:le |la |les |l[’'])[^.;]{3,60} )?${doing}(?!\\p{L}))`,
  'gu',
)
const notSubject =
  /^(?:Ville|Région|Département|Commune|Métropole|Mairie|Conseil|Comité|Maire|Président|Présidente|État|Seine|Groupe|Secrétariat|Ambassade|Ambassadeur|Ministère|Ministre|Consulat|Consul|Assemblée|Union|Commission|Fête|Année|Semaine|Journée|Communauté|Agglomération|Province|Préfecture|Préfet|Gouverneur|Covid|Festival|Jumelage|Premier|Première|Délégation|Direction|Loire|Rhin|Rhône|Sénat|Nations|Grand|Petit|Centre|Pays|Japonais|Français|Français|Allemands|Coréens|Québécois|\p{Lu}\p{L}+(?:ais|ois|iens|ains|éens)$)/u
// « Électriciens sans frontières », « Médecins du Monde »
const known =
  /(?<!\p{L})(\p{Lu}\p{Ll}{3,}(?:s)? (?:[Ss]ans [Ff]ronti[èe]res|du [Mm]onde)|Campus France|Expertise France|France [Vv]olontaires|Handicap International|Secours (?:populaire|catholique)(?: français)?|Restos du cœur)/gu

export const initialledIn = (text: string): Named[] =>
  Array.from(text.matchAll(withInitials), (match) => ({ name: match[1] ?? '', at: match.index })).filter(
    ({ name }) =>
      !/^(?:Réf|Le|La|Les|The|Monsieur|Madame|Objet|Ville|Région|Cabinet|Groupe|Conseil|Article|Point|Annexe)\b/u.test(
        name,
      ),
  )

export const articledIn = (text: string): Named[] =>
  Array.from(text.matchAll(articled), (match) => ({ name: match[1] ?? '', at: match.index + 2 })).filter(
    ({ name }) => !notArticled.test(name),
  )

export function helpersIn(text: string): Named[] {
  return Array.from(text.matchAll(helper), (match) => ({
    name: match[1] ?? '',
    at: match.index + match[0].length - (match[1] ?? '').length,
  })).filter(
    ({ name }) =>
      name.length > 2 &&
      !/^(?:M|Mme|MM|Madame|Monsieur|Mesdames|Messieurs|Mr|Mrs|Ms|Année|Semaine|Fête|Journées?|Festival|Europe|État|Ville|Région|Département|Commune|Métropole|Délégation|Province|Comité [Pp]opulaire|Il|Elle)\b/u.test(
        name,
      ),
  )
}

const capitals = '\\p{Lu}[\\p{L}\\p{M}\\d’-]*(?: (?:de |du |des |of )?\\p{Lu}[\\p{L}\\p{M}\\d’-]*){0,4}'
const between = new RegExp(
  `(?:partenariat|accord|convention|collaboration|coop[ée]ration|partnership|agreement|jumelage) (?:sign[ée]e? |conclue? )?(?:entre|between) (?:le |la |l[’']|les |the )?(${capitals}) (?:et|and) (?:le |la |l[’']|les |the )?(${capitals})`,
  'gu',
)

/** « grâce au partenariat entre Unitec et le Fukuoka Growth Next »: both, unless they are places. */
export const betweenTwo = (text: string): Named[] =>
  Array.from(text.matchAll(between)).flatMap((match) =>
    [match[1] ?? '', match[2] ?? ''].map((name) => ({ name, at: match.index + match[0].lastIndexOf(name) })),
  )

/** Names that act in their sentence. */
export const subjectsIn = (text: string): Named[] =>
  [subject, known]
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => ({
        name: match[1] ?? '',
        at: match.index + match[0].length - (match[1] ?? '').length,
      })),
    )
    .filter(({ name }) => !notSubject.test(name))

/** Names spelt as no place is: EuraTechnologies, Lille3000, the ENAREF. */
export function properNames(text: string, parties: readonly AuthorityMention[]): string[] {
  return Array.from(text.matchAll(named), (match) => match[1] ?? '').filter(
    (name) =>
      name !== '' &&
      !parties.some((party) => party.name.toUpperCase().includes(name.toUpperCase())) &&
      !/^(?:MOUS?|PIB|UNESCO|PNUD|UNICEF|COVID|COP\d*|TGV|ONU|SOMMAIRE|ARTICLE|NOTE|HTTP|WWW|PDF|RAS|GAOK|CUF|AIMF|CGLU|FAICT|DAECT|MEAE|APC|APW|EPCI|UE|FEDER|ANR|RN|JO|CRT|DGA|DRI)$/.test(
        name,
      ),
  )
}
