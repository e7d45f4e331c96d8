/** The rows of the catalogue: the facts of each option, with lists of versions as bits and classes by their place in a list. */
export function optionRows(flink, operator, enums) {
  const { flinkVersions } = flink;
  const classes = [];
  const placeOf = (name) => {
    const at = classes.indexOf(name);
    return at < 0 ? classes.push(name) - 1 : at;
  };
  const bit = (version) => {
    const at = flinkVersions.indexOf(version);
    if (at < 0) throw new Error(`${version} is not among the sampled versions`);
    return at;
  };
  const bits = (versions) => versions.reduce((mask, version) => mask | (1 << bit(version)), 0);
  const all = bits(flinkVersions);
  const history = (entries, of = (value) => value) =>
    entries?.map(({ since, value }) => [bit(since), of(value)]);
  const oldKeys = (keys, present) =>
    keys === undefined
      ? undefined
      : Array.isArray(keys)
        ? keys.map((key) => [key, present])
        : Object.entries(keys).map(([key, versions]) => [key, bits(versions)]);

  const flinkRow = ([key, option]) => {
    const present = bits(option.in);
    return {
      key,
      type: option.type,
      element: option.element,
      enum: option.enum,
      enumClasses: history(enums[key], placeOf),
      default: option.default,
      defaultHistory: history(option.defaultHistory),
      typeHistory: history(option.typeHistory),
      enumHistory: history(option.enumHistory),
      environment: option.defaultDependsOnEnvironment,
      in: present,
      unsampled: option.unsampled && bits(option.unsampled),
      deprecatedIn: option.deprecatedIn && bits(option.deprecatedIn),
      fallbackKeys: oldKeys(option.fallbackKeys, present),
      deprecatedKeys: oldKeys(option.deprecatedKeys, present),
      class: placeOf(option.class),
      classHistory: history(option.classHistory, placeOf),
      field: option.field,
      artifact: option.artifact,
      internal: option.internal,
      hidden: option.excludedFromDocs,
      experimental: option.experimental,
      pattern: option.pattern,
      prefixMap: option.prefixMap,
      status2x: option.status2x,
      replacement: option.replacement === undefined ? undefined : [option.replacement].flat(),
    };
  };
  const operatorRow = ([key, option]) => ({
    key,
    type: option.type,
    element: option.element,
    enum: option.enum,
    default: option.default,
    environment: option.defaultDependsOnEnvironment,
    in: all,
    fallbackKeys: oldKeys(option.fallbackKeys, all),
    deprecatedKeys: oldKeys(option.deprecatedKeys, all),
    class: placeOf(option.class),
    artifact: option.artifact,
    pattern: option.pattern,
    prefixMap: option.prefixMap,
    status2x: 'kept',
  });
  const rows = [
    ...Object.entries(flink.options).map(flinkRow),
    ...Object.entries(operator.options).map(operatorRow),
  ];
  return { classes, rows: rows.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
