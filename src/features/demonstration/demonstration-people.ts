import type { Role } from '../../platform/context/actor.ts'

export interface DemonstrationPerson {
  /** Named by an invented function: nobody is meant. The domain `.example` belongs to nobody. */
  name: string
  address: string
  language: 'fr' | 'ko'
  country: 'FR' | 'KR'
  role: Role
  /** Slug of the organisation for which the role is held. */
  organisation: string | null
}

/** Those who try the demonstration out: one for each thing that it is worth seeing with. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    name: 'Présidence (démonstration)',
    address: 'presidence@groupe.example',
    language: 'fr',
    country: 'FR',
    role: 'chair',
    organisation: 'tours',
  },
  {
    name: 'Coordination (démonstration)',
    address: 'coordination@groupe.example',
    language: 'fr',
    country: 'FR',
    role: 'coordinator',
    organisation: null,
  },
  {
    name: 'Mission internationale, Limoges (démonstration)',
    address: 'international@limoges.example',
    language: 'fr',
    country: 'FR',
    role: 'member',
    organisation: 'limoges',
  },
  {
    name: '이천시 국제교류 담당자 (시연용)',
    address: 'international@icheon.example',
    language: 'ko',
    country: 'KR',
    role: 'member',
    organisation: 'icheon',
  },
]
