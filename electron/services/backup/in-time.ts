/** The answer, or `otherwise` when it does not come in so many ms; a late one is thrown away. */
export function inTime<T, U>(answer: Promise<T>, ms: number, otherwise: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
