const reference = 2023

// Censuses of their own: Mayotte 2017, French Polynesia 2022, New Caledonia 2025 in the package.
const others: Record<string, number> = { '976': 2017, '987': 2022, '988': 2025 }

/** Year of the census that a département's or overseas collectivity's population figures come from. */
export function populationYear(departement: string): number {
  return others[departement] ?? reference
}
