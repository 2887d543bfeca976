import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { SingleDay } from './day-rules.ts'

const names = {
  departmental: { fr: 'Élections départementales', ko: '프랑스 도의회 선거', en: 'Departmental elections' },
  regional: { fr: 'Élections régionales', ko: '프랑스 레지옹 의회 선거', en: 'Regional elections' },
  both: {
    fr: 'Élections départementales et régionales',
    ko: '프랑스 도의회·레지옹 의회 선거',
    en: 'Departmental and regional elections',
  },
  presidential: {
    fr: 'Élection présidentielle',
    ko: '프랑스 대통령 선거',
    en: 'French presidential election',
  },
  legislative: {
    fr: 'Élections législatives',
    ko: '프랑스 하원의원 선거',
    en: 'French legislative elections',
  },
  senatorial: { fr: 'Élections sénatoriales', ko: '프랑스 상원의원 선거', en: 'French senatorial elections' },
  european: { fr: 'Élections européennes', ko: '유럽의회 선거', en: 'European elections' },
  municipal: {
    fr: 'Élections municipales',
    ko: '프랑스 기초자치단체 선거',
    en: 'French municipal elections',
  },
} satisfies Record<string, LocalizedName>

/** The votes that renew councils of local authorities, by their names. */
export const frenchLocalVotes: readonly LocalizedName[] = [
  names.departmental,
  names.regional,
  names.both,
  names.municipal,
]

interface Fixing {
  knownOn: string
  withdrawnOn?: string
  title: string
  url: string | null
}

const vote = (
  date: string,
  name: LocalizedName,
  { knownOn, withdrawnOn, title, url }: Fixing,
): SingleDay => ({
  date,
  name,
  kind: 'election',
  isDayOff: false,
  knownOn,
  ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
  source: { title, url },
})

const departmental2015: Fixing = {
  // Announced by the Prime Minister in September 2014, on a day that no source at hand gives.
  knownOn: '2014-09-30',
  title: 'Annonce du Premier ministre, septembre 2014',
  url: 'http://territoires.eurelien.fr/actualite/22-et-29-mars-2015-les-elections-departementales',
}
const regional2015: Fixing = {
  knownOn: '2015-04-14',
  title: 'Décret n° 2015-939 du 30 juillet 2015 ; annoncé le 14 avril 2015',
  url: 'https://www.idcite.com/J-O-Regions-Elections-regionales-Date-de-convocation-des-electeurs_a9569.html',
}
const calendar2017: Fixing = {
  // A Wednesday of spring 2016; that it was 4 May is from memory.
  knownOn: '2016-05-04',
  title: 'Conseil des ministres du 4 mai 2016 ; décret n° 2017-223 du 24 février 2017',
  url: 'https://www.planet.fr/dates/societe-presidentielle-les-dates-sont-tombees-mais-comment-sont-elles-fixees.1069303.29336.html',
}
const european2019: Fixing = {
  knownOn: '2019-03-13',
  title: 'Décret n° 2019-188 du 13 mars 2019',
  url: 'https://www.idcite.com/Election-des-representants-au-Parlement-europeen-Convocation-des-electeurs_a40344.html',
}
const municipal2020: Fixing = {
  knownOn: '2019-09-04',
  title: 'Décret n° 2019-928 du 4 septembre 2019',
  url: 'http://www.dordogne.gouv.fr/layout/set/print/Actions-de-l-Etat/Elections/Municipales-2020/Vous-etes-une-mairie/Decret-convocation-electeurs',
}
const postponed2020: Fixing = {
  knownOn: '2020-05-22',
  title: 'Annonce du Premier ministre du 22 mai 2020',
  url: 'https://www.topmusic.fr/actu/2878-second-tour-des-municipales-le-28-juin.html',
}
const senatorial2020: Fixing = {
  knownOn: '2020-06-29',
  title: 'Décret n° 2020-812 du 29 juin 2020',
  url: 'https://la1ere.francetvinfo.fr/elections-senatoriales-auront-lieu-27-septembre-849030.html',
}
const june2021: Fixing = {
  knownOn: '2021-04-21',
  title: 'Décret n° 2021-483 du 21 avril 2021',
  url: 'https://www.lagazettedescommunes.com/741903/elections-departementales-et-regionales-le-nouveau-calendrier-est-fixe/',
}
const before2021: Fixing = {
  knownOn: '2021-03-05',
  withdrawnOn: '2021-04-21',
  title: 'Décret n° 2021-251 du 5 mars 2021',
  url: 'https://www.gers.gouv.fr/layout/set/print/Actions-de-l-Etat/Elections/Elections-departementales-et-regionales-2021/Les-textes/Decret-portant-convocation-des-electeurs-pour-les-elections-departementales-et-regionales',
}
const calendar2022: Fixing = {
  knownOn: '2021-07-13',
  title: 'Conseil des ministres du 13 juillet 2021',
  url: 'https://www.lci.fr/politique/election-presidentielle-2022-les-deux-tours-auront-lieu-les-10-et-24-avril-2191352.html',
}
const senatorial2023: Fixing = {
  knownOn: '2023-04-04',
  title: 'Conseil des ministres du 4 avril 2023',
  url: 'https://www.courrierdesmaires.fr/article/les-prochaines-elections-senatoriales-se-tiendront-le-24-septembre.54251',
}
const european2024: Fixing = {
  knownOn: '2023-05-17',
  title: 'Représentants permanents auprès de l’Union européenne, 17 mai 2023',
  url: 'https://www.huffingtonpost.fr/politique/article/les-elections-europeennes-auront-lieu-le-9-juin-2024-en-france_217954.html',
}
const dissolution2024: Fixing = {
  knownOn: '2024-06-09',
  title: 'Dissolution du 9 juin 2024 ; décrets publiés le 10 juin 2024',
  url: 'https://www.actu-juridique.fr/breves/droit-electoral/dissolution-de-lassemblee-nationale-et-elections-anticipees-les-decrets-sont-publies/',
}
const municipal2026: Fixing = {
  knownOn: '2025-08-27',
  title: 'Décret n° 2025-848 du 27 août 2025',
  url: 'https://www.venerand.fr/?p=7517',
}

/** Sundays on which France votes. One after the last day checked is added once its date is fixed, not before. */
export const frenchElections: readonly SingleDay[] = [
  vote('2015-03-22', names.departmental, departmental2015),
  vote('2015-03-29', names.departmental, departmental2015),
  vote('2015-12-06', names.regional, regional2015),
  vote('2015-12-13', names.regional, regional2015),
  vote('2017-04-23', names.presidential, calendar2017),
  vote('2017-05-07', names.presidential, calendar2017),
  vote('2017-06-11', names.legislative, calendar2017),
  vote('2017-06-18', names.legislative, calendar2017),
  vote('2017-09-24', names.senatorial, calendar2017),
  vote('2019-05-26', names.european, european2019),
  vote('2020-03-15', names.municipal, municipal2020),
  vote('2020-03-22', names.municipal, { ...municipal2020, withdrawnOn: '2020-03-17' }),
  vote('2020-06-28', names.municipal, postponed2020),
  vote('2020-09-27', names.senatorial, senatorial2020),
  vote('2021-06-13', names.both, before2021),
  vote('2021-06-20', names.both, before2021),
  vote('2021-06-20', names.both, june2021),
  vote('2021-06-27', names.both, june2021),
  vote('2022-04-10', names.presidential, calendar2022),
  vote('2022-04-24', names.presidential, calendar2022),
  vote('2022-06-12', names.legislative, calendar2022),
  vote('2022-06-19', names.legislative, calendar2022),
  vote('2023-09-24', names.senatorial, senatorial2023),
  vote('2024-06-09', names.european, european2024),
  vote('2024-06-30', names.legislative, dissolution2024),
  vote('2024-07-07', names.legislative, dissolution2024),
  vote('2026-03-15', names.municipal, municipal2026),
  vote('2026-03-22', names.municipal, municipal2026),
]
