/** Travels with every plan. Two plans of one engine version and one set of inputs are the same byte for byte. */
export const ENGINE_VERSION = '0.2.0';
