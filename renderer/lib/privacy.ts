import { create } from 'zustand'

/** Whether everything personal on the screen is covered (R089). The setting decides; `renderer/app/privacy-mode.ts` copies it. */
export const usePrivacyStore = create<{ on: boolean }>()(() => ({ on: false }))

/** True while privacy mode is on. */
export function usePrivacy(): boolean {
  return usePrivacyStore((state) => state.on)
}

/** As many dots as characters, for personal words in the middle of a sentence or in an attribute. */
export function coverText(text: string): string {
  return '•'.repeat([...text].length)
}
