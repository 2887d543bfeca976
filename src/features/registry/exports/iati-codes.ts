import type { Theme } from '../../networks/index.ts'
import type { Status } from '../codes.ts'

/**
 * The reporter, and the beginning of every identifier of an activity. To be confirmed: the publisher of the file replaces it with its own
 * identifier registered with IATI.
 */
export const reportingOrganisation = { ref: 'XX-ENTENTE', type: '90' }

/** IATI’s ActivityStatus for the state of a tie: a tie in talks runs already if something was signed. */
export function activityStatusOf(status: Status, hasSigned: boolean): string {
  if (status === 'in_talks') return hasSigned ? '2' : '1'
  return activityStatuses[status]
}

const activityStatuses: Record<Exclude<Status, 'in_talks'>, string> = {
  prospective: '1',
  active: '2',
  slow: '2',
  ended: '4',
  dormant: '6',
  reactivating: '6',
  suspended: '6',
}

/** IATI's OrganisationType for a kind of authority or body. */
export function organisationTypeOf(kind: string, isAuthority: boolean): string {
  return isAuthority ? '11' : (organisationTypes[kind] ?? '90')
}

const organisationTypes: Record<string, string> = {
  administrative_place: '15',
  national_association: '22',
  embassy: '10',
  ministry: '10',
  chamber_of_commerce: '70',
  cluster: '30',
  agency: '15',
  company: '70',
  university: '80',
  laboratory: '80',
  school: '80',
  institute: '80',
  museum: '15',
  cultural_body: '15',
  association: '22',
  network: '22',
}

/** For a tie without a theme: sectors not specified. */
export const noSector = '99810'

/** The OECD DAC purpose code nearest to a theme: a label, no claim that anything is aid. */
export const sectorOf: Record<Theme, string> = {
  green_growth: '23210',
  energy: '23210',
  environment: '41010',
  parks_and_gardens: '41010',
  recycling: '14050',
  water: '14010',
  urban_planning: '43030',
  mobility: '21010',
  smart_city: '43030',
  digital_government: '15110',
  digital: '22040',
  innovation: '32182',
  startups: '32130',
  economy: '25010',
  attractiveness: '25010',
  tourism: '33210',
  culture: '16061',
  heritage: '16061',
  arts: '16061',
  gastronomy: '33210',
  crafts_ceramics: '32140',
  creative_industries: '16061',
  sport: '16061',
  youth: '16061',
  education: '11110',
  higher_education: '11420',
  research: '43082',
  vocational_training: '11330',
  employment: '16020',
  early_childhood: '11240',
  ageing: '16010',
  health: '12110',
  social_cohesion: '16010',
  administrative_practice: '15185',
  citizenship: '15150',
  remembrance_peace: '15220',
  agriculture_fisheries: '31110',
  international_relations: '99820',
}
