import type { ColumnType, Generated } from 'kysely'
import type { LocalizedName, LocalizedText } from '../i18n/localized-text.ts'

export type Timestamp = ColumnType<Date, string, string>

export interface Database {
  directory_dataset: {
    name: string
    checksum: string
    loaded_at: Timestamp
  }
  directory_membership: {
    member_id: string
    union_id: string
  }
  directory_name: {
    organisation_id: string
    position: number
    language: string
    kind: string
    text: string
    folded: string
    start: string
    skeleton: string
    weight: number
  }
  directory_organisation: {
    organisation_id: string
    key: string
    country: string
    kind: string
    level: number | null
    slug: string
    name: ColumnType<LocalizedName, string, string>
    short_name: ColumnType<LocalizedName, string | undefined, string>
    machine_names: Generated<string[]>
    about: ColumnType<LocalizedText, string | undefined, string>
    codes: ColumnType<Record<string, string>, string | undefined, string>
    parent_id: string | null
    population: number | null
    population_year: number | null
    latitude: number | null
    longitude: number | null
    valid_from: string | null
    valid_until: string | null
    validity_reported_by: string | null
    search: string
    grams: string[]
    created_at: Timestamp
    updated_at: Timestamp
  }
  directory_succession: {
    predecessor_id: string
    successor_id: string
    kind: string
    happened_on: string | null
    reported_by: string
    source: Generated<string>
  }
  networks_landmark: {
    landmark_id: string
    network_id: string
    slug: string
    title: ColumnType<LocalizedText, string, string>
    happened: string
    happened_from: string
    happened_to: string
    concerns: Generated<string[]>
    known_on: string
    created_at: Timestamp
    updated_at: Timestamp
  }
  networks_membership: {
    membership_id: string
    network_id: string
    organisation_id: string
    role: string
    person: string | null
    held_from: string | null
    held_until: string | null
    starts_on: string | null
    ends_on: string | null
    position: number
    known_on: string
    created_at: Timestamp
    updated_at: Timestamp
  }
  networks_network: {
    network_id: string
    slug: string
    name: ColumnType<LocalizedName, string, string>
    summary: ColumnType<LocalizedText, string | undefined, string>
    objectives: ColumnType<LocalizedText[], string | undefined, string>
    countries: string[]
    languages: string[]
    opens_on: string | null
    created_at: Timestamp
    updated_at: Timestamp
  }
  platform_activity: {
    activity_id: string
    network_id: string | null
    actor: string
    verb: string
    subject_kind: string
    subject_id: string
    detail: ColumnType<unknown, string | undefined, string>
    happened_at: Timestamp
  }
  platform_revision: {
    scope: string
    revision: string
    changed_at: Timestamp
  }
  registry_activity: {
    activity_id: string
    network_id: string
    slug: string
    kind: string
    title: ColumnType<LocalizedText, string, string>
    happens: string | null
    starts_on: string | null
    ends_on: string | null
    words: ColumnType<LocalizedText, string | undefined, string>
    state: string
    place_id: string | null
    frame: ColumnType<LocalizedText, string | undefined, string>
    known_on: string
    created_at: Timestamp
    updated_at: Timestamp
  }
  registry_activity_cooperation: {
    activity_id: string
    cooperation_id: string
  }
  registry_activity_organisation: {
    activity_id: string
    organisation_id: string
    role: string
    position: number
  }
  registry_actor: {
    cooperation_id: string
    organisation_id: string
    role: ColumnType<LocalizedText, string | undefined, string>
    position: number
    known_on: string
  }
  registry_agreement: {
    agreement_id: string
    cooperation_id: string
    network_id: string
    parent_id: string | null
    kind: string
    title: ColumnType<LocalizedText, string, string>
    object: ColumnType<LocalizedText, string | undefined, string>
    planned_amount: string | null
    currency: string | null
    position: number
    known_on: string
  }
  registry_agreement_party: {
    agreement_id: string
    organisation_id: string
    signatory: string | null
    position: number
  }
  registry_agreement_step: {
    agreement_id: string
    position: number
    state: string
    happened: string | null
    happened_from: string | null
    happened_to: string | null
    words: ColumnType<LocalizedText, string | undefined, string>
    known_on: string
  }
  registry_cooperation: {
    cooperation_id: string
    network_id: string
    slug: string
    listed: Generated<boolean>
    summary: ColumnType<LocalizedText, string | undefined, string>
    since: string | null
    since_from: string | null
    since_to: string | null
    since_words: ColumnType<LocalizedText, string | undefined, string>
    confirmation: Generated<string>
    inheritance: ColumnType<unknown | null, string | null | undefined, string | null>
    known_on: string
    sort_first: string
    sort_second: string
    search: string
    grams: string[]
    created_at: Timestamp
    updated_at: Timestamp
  }
  registry_dispute: {
    dispute_id: string
    network_id: string
    slug: string
    subject_kind: string
    subject_id: string
    field: string
    note: ColumnType<LocalizedText, string | undefined, string>
    position: number
    known_on: string
  }
  registry_dispute_value: {
    dispute_id: string
    position: number
    value: ColumnType<unknown, string, string>
    source_id: string | null
    locator: ColumnType<unknown | null, string | null | undefined, string | null>
    rank: string
  }
  registry_evidence: {
    evidence_id: string
    network_id: string
    subject_kind: string
    subject_id: string
    field: string
    source_id: string
    locator: ColumnType<unknown | null, string | null | undefined, string | null>
    stance: string
    label: string | null
    extracted_by: string
    confirmed_by: string | null
    known_on: string
  }
  registry_interest: {
    interest_id: string
    network_id: string
    organisation_id: string
    seeks: ColumnType<LocalizedText, string | undefined, string>
    offers: ColumnType<LocalizedText, string | undefined, string>
    themes: Generated<string[]>
    position: number
    known_on: string
    created_at: Timestamp
    updated_at: Timestamp
  }
  registry_note: {
    note_id: string
    network_id: string
    subject_kind: string
    subject_id: string
    kind: string
    label: ColumnType<LocalizedText, string, string>
    value: string | null
    url: string | null
    position: number
    known_on: string
  }
  registry_party: {
    cooperation_id: string
    organisation_id: string
    network_id: string
    country: string
    capacity: string
    position: number
  }
  registry_passage: {
    source_id: string
    position: number
    heading: string[]
    heading_id: string | null
    paragraph: number
    text: string
  }
  registry_prospect: {
    prospect_id: string
    cooperation_id: string
    text: ColumnType<LocalizedText, string, string>
    horizon: string | null
    horizon_from: string | null
    horizon_to: string | null
    position: number
    known_on: string
  }
  registry_resolution: {
    resolution_id: string
    network_id: string
    slug: string
    text: ColumnType<LocalizedText, string, string>
    said_by: ColumnType<LocalizedText, string, string>
    state: string
    position: number
    known_on: string
  }
  registry_source: {
    source_id: string
    network_id: string
    slug: string
    kind: string
    title: ColumnType<LocalizedText, string, string>
    note: ColumnType<LocalizedText, string | undefined, string>
    language: string
    publisher: string
    published: string | null
    url: string | null
    retells_id: string | null
    known_on: string
    created_at: Timestamp
    updated_at: Timestamp
  }
  registry_standing: {
    standing_id: string
    cooperation_id: string
    status: string
    intention: string | null
    reason: ColumnType<LocalizedText, string | undefined, string>
    said_by: string | null
    stated_on: string
    known_on: string
  }
  registry_theme: {
    cooperation_id: string
    theme: string
    network_id: string
    wished: Generated<boolean>
    position: number
    known_on: string
  }
}
