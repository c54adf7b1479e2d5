import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Layout = {
  /** Width of the side panel in CSS pixels. */
  panelWidth: number
  panelOpen: boolean
  setPanelWidth: (width: number) => void
  setPanelOpen: (open: boolean) => void
}

/** Layout of this computer, kept in localStorage. Only sizes and switches: nothing from the book may go in here. */
export const useLayoutStore = create<Layout>()(
  persist(
    (set) => ({
      panelWidth: 360,
      panelOpen: true,
      setPanelWidth: (panelWidth) => set({ panelWidth }),
      setPanelOpen: (panelOpen) => set({ panelOpen }),
    }),
    { name: 'kebu.layout', version: 1 },
  ),
)
