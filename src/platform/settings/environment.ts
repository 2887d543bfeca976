/** The environment of the process: read here for the whole house, and handed on from where it starts. */
export function readEnvironment(): Record<string, string | undefined> {
  return process.env
}
