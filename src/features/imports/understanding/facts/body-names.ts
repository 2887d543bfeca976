import type { AuthorityMention } from '../names/authority-mention.ts'

/** A name as written in a text. */
export interface Named {
  name: string
  /** Where it begins, without an article. */
  at: number
}

// Words after which a proper name follows, whatever its words are.
const naming =
  "association|amicale|comp(?:agnie|any)|troupe|collectif|groupement|ONG|fondation|syndicat|entreprise|soci[ée]t[ée]|coop[ée]rative|start-up|op[ée]rateur|r[ée]seau|f[ée]d[ée]ration|club|comit[ée]|ligue|union|ch[œo]e?ur|chorale|orchestre|fanfare|harmonie|ballet|plateforme|incubateur|p[ôo]le|cluster|r[ée]gie|radio|GIP|SCOP|SEM|agence|bureau d[’']études"
const plainHeads =
  'CCI|CMA|CRT|ENSA|IUT|IFSI|CFA|MFR|universit[ée]|[ée]cole|institut|chambre|office|mus[ée]e|mus[ée]um|port autonome|grand port maritime|lyc[ée]e|c[ée]gep|coll[èe]ge|h[ôo]pital|clinique|centre hospitalier|CHU|hospices|conservatoire|observatoire|parc naturel|mission locale|centre|th[ée][âa]tre|biblioth[èe]que|m[ée]diath[èe]que|SDIS|laboratoire|maison|chantier naval|caisse|conseil|service|banque|AFD|parc|p[ée]pini[èe]re|acad[ée]mie|facult[ée]|archives|salon|foire|festival|route|station(?= biologique| marine| agronomique| exp[ée]rimentale| de recherche)|r[ée]serve(?= naturelle| nationale| de biosph| ornitho| marine| afric)|campus|bureau(?= technique| des| interprof| r[ée]gional| d’information)|direction(?= g[ée]n)|Croix-Rouge|Secours'
const head = new RegExp(
  `(?<![\\p{L}-])((?:[ld][’']|le |la |les |du |de la |de l[’']|des |une? |nos |vos |leurs )?)((?:(${naming})|${plainHeads})(?:s|es|x)?)(?![\\p{L}])`,
  'giu',
)
// A name continues with adjectives, « de … » and names in capitals; at anything else it ends.
const adjective =
  /^(?!deux$|ceux$|mieux$|mais$|jamais$|désormais$|puis$|ainsi$)(?:\p{Ll}+-)?(?:\p{Ll}+(?:ales?|al|els?|elles?|iques?|icoles?|ixtes?|iers?|ières?|oises?|ois|aises?|ais|ien(?:ne)?s?|ifs?|ives?|aires?|aines?|istes?|eux|euse|ine?|nome|pale|aux|anes?|ains?|ands?|andes?)|maritimes?|mixtes?|agricoles?|malgaches?|belges?|suisses?|russes?|turques?|grecques?|tch[èe]ques?|arabes?|basques?|populaires?|libres?|professionnels?|technique|publique?s?|privée?s?|catholiques?|militaires?|spécialisée?s?|polyvalente?s?|française?s?|jeunes|sup[ée]rieure?s?)$/u
const proper = /^[ -](n° ?\d+|\p{Lu}[\p{L}\p{M}\d’'-]*)/u
// « Teranga 35 »: a département, not a quantity.
const number = /^ \d{2,3}(?! ?\d)(?!\p{L})(?! (?:euros|ans|élèves|personnes|jours|km|%))/u
const of =
  /^ (de la |de l[’']|du |des |de |d[’']|pour l[’']|pour la |pour les |pour le |pour |à la |aux |au |en |sans |contre )((?:[lL][’'])?[\p{L}\d][\p{L}\p{M}’'-]*)/u
const and = /^ (?:et|&) (?![lL][’']|l[ae]s? )((?:d[’']|de l[’']|de la |des |du )?)([\p{L}][\p{L}\p{M}’'-]*)/u
const lower = /^ (\p{Ll}[\p{L}-]*)/u
const notOf =
  /^(?:\d|une?$|son$|sa$|ses$|leurs?$|notre|votre|nos$|vos$|ce$|cette$|ces$|quoi|plus|tous|toute|chaque|plusieurs|deux|trois|quatre|janvier|février|mars$|avril|mai$|juin|juillet|août|septembre|octobre|novembre|décembre|nombreu|même|faire$|la$|le$|les$|part$|particulier|effet|lien$|vue$|cours$|matière$|(?!\p{L}*(?:ier|mer|fer|ver|yer)$)\p{Ll}{3,}er$)/u
const together =
  /^(?:agri|artis|indus|m[ée]tier|commerce|service|territoire|sport|arts?$|patrimoine|techn|scien|culture|danse|th[ée][âa]tre|tourisme|p[êe]che|for[êe]t|sant|sociale?|d[ée]veloppement|coop[ée]ration)/iu
const noun = /(?:ment|tion|sion|té|tés|ences?|ages?|ismes?|tures?|aux|eurs?|ité)$/u

/** Bodies that French names by their kind: « le lycée de l’Aulne », « l’association Migrations et Développement ». */
export function frenchBodies(text: string): (Named & { article: string; end: number })[] {
  return Array.from(text.matchAll(head), (match) => {
    const [whole, article = '', word = '', isNaming] = match
    const at = match.index + article.length
    const end = endOfName(text, at + word.length, isNaming !== undefined, /^\p{Lu}/u.test(word))
    const inside = /^\s*[«“"]\s*([^»”"]{2,60}?)\s*[»”"]/u.exec(text.slice(end))
    const name = text.slice(at, end).replace(/\s+/g, ' ').trim()
    const isQuoted = inside && name.split(' ').length <= 2
    return {
      name: isQuoted ? `${name} ${inside[1]}` : name,
      at,
      article,
      end: isQuoted ? end + inside[0].length : Math.max(end, match.index + whole.length),
    }
  })
}

function endOfName(text: string, from: number, isNaming: boolean, isProper: boolean): number {
  let at = from
  let hasName = false
  for (;;) {
    const rest = text.slice(at, at + 60)
    const name = proper.exec(rest)
    if (name) {
      at += name[0].length
      hasName = true
      continue
    }
    const numbered = isNaming ? number.exec(rest) : null
    if (numbered) {
      at += numbered[0].length
      continue
    }
    const group = of.exec(rest)
    if (group) {
      const [all, preposition = '', next = ''] = group
      const isWide = /^(?:en|sans|contre|pour)\b/u.test(preposition)
      const isAt = /^(?:à|au)/u.test(preposition)
      if (
        (notOf.test(next) && !(isNaming && hasName && next === 'tous')) ||
        (isWide && (hasName ? !isNaming : !isProper)) ||
        (isAt && hasName)
      )
        return at
      at += all.length
      hasName ||= /^\p{Lu}/u.test(next)
      continue
    }
    const joined = and.exec(rest)
    if (joined) {
      const [all, preposition = '', next = ''] = joined
      const goesOn = /^\p{Lu}/u.test(next)
        ? isNaming && hasName && preposition === '' && !/\s\p{Lu}[^\s]+\s\p{Lu}/u.test(text.slice(from, at))
        : together.test(next) || (isNaming && hasName && preposition === '' && noun.test(next))
      if (!goesOn) return at
      at += all.length
      continue
    }
    const word = lower.exec(rest)
    if (!word) return at
    const after = rest.slice(word[0].length)
    const leads =
      isNaming && !hasName && !notName.test(word[1] ?? '') && (proper.test(after) || /^ [«“"]/u.test(after))
    if (!adjective.test(word[1] ?? '') && !leads) return at
    at += word[0].length
  }
}

const notName =
  /^(?:a|ont|est|sont|et|ou|où|à|au|aux|en|dans|sur|par|pour|avec|sans|chez|vers|entre|depuis|dès|qui|que|dont|de|du|des|le|la|les|un|une|y|se|son|sa|ses|leur|comme|sous|lors|puis|mais)$/u

const englishHead =
  'University|College|School|Hospital|Institute|Association|Chamber|Agency|Museum|Orchestra|Philharmonic|Choir|Club|Foundation|Trust|Company|Centre|Center|Society|Federation|Board|Office|Theatre|Theater|Library|Port|Conservatoire|Conservatory|Group|Academy|Laboratory|Authority|Polytechnic|Corporation|Consortium|Cooperative|Network|Zoo|Gardens?|Archives|Observatory|Union|Brigade|Utility|Bank|Brewery|Lab|Hub|Incubator|Cluster'
const english = new RegExp(
  `(?<![\\p{L}])(?:[Tt]he )?((?:\\p{Lu}[\\p{L}’'&-]+ (?:(?:of|and|the|for|de|&) )?){1,6}(?:${englishHead})(?![\\p{L}])(?: (?:of|for) (?:the )?\\p{Lu}[\\p{L}’'-]+(?: (?:and )?\\p{Lu}[\\p{L}’'-]+)*)?)`,
  'gu',
)
// “University of Pisa”, “Port of Busan”
const englishOf = new RegExp(
  `(?<![\\p{L}])((?:${englishHead}) (?:of|for) (?:the )?\\p{Lu}[\\p{L}’'-]+(?: (?:(?:of|and) )?\\p{Lu}[\\p{L}’'-]+)*)`,
  'gu',
)
// “the Magdeburg orchestra”, “the Ulsan fire brigade”
const englishSmall =
  /(?<=\b[Tt]he )(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)? (?:(?:youth|symphony|city|chamber|municipal|fire|brass|public|botanical|rowing|judo|football|rugby) )?(?:orchestra|choir|museum|library|hospital|port authority|band|brigade|university|theatre|conservatory|ballet|club))(?!\p{L})/gu
const notEnglish =
  /^(?:Le|La|Les|L[’']|Du|Au|Aux|Des|Un|Une)(?![\p{L}])|^(?:Région|Ville|Département|Mairie|Métropole)\b|City Hall|Town Hall|Mayor|Foreign Affairs|External|International (?:Relations|Affairs|Cooperation)|Exhibition Cent|Convention Cent|^(?:The )?(?:Working |Country |Local )?(?:Cooperation )?Group\b|^(?:Local|Country|Working) |European Union/u

/** Bodies that English names by their kind. */
export function englishBodies(text: string): Named[] {
  return [english, englishOf, englishSmall]
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => {
        const name = match[1] ?? ''
        const lead = /^(?:The|A|An|In|At|With|By|For|Our|Its) /u.exec(name)?.[0].length ?? 0
        return { name: name.slice(lead).trim(), at: match.index + match[0].length - name.length + lead }
      }),
    )
    .filter(({ name }) => /\s/u.test(name) && !notEnglish.test(name))
}

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
