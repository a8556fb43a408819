import { compileMapping } from './compile-mapping.js';
import type { MappingDefinition } from './definition.js';

/** What stands in front of a container belongs to it; every slot has its own. */
const definition: MappingDefinition = {
  adapter: 'test/slots',
  version: '1',
  syntax: 'edifact',
  options: { message: 'BAPLIE', structure: 'BGM SLOT=LOC*{MEA* RFF* UNIT=EQD*{NAD*}}' },
  documents: [
    {
      type: 'Plan',
      each: '.',
      rules: [
        {
          each: 'SLOT',
          to: '/slots',
          rules: [
            { from: 'LOC.2', to: '/cell' },
            {
              each: 'UNIT',
              to: '/containers',
              rules: [
                { from: 'EQD.2', to: '/number' },
                { from: '../MEA.3.2', to: '/mass' },
                { each: '../RFF', to: '/bills', rules: [{ from: '.1.2', to: '' }] },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const compiled = compileMapping(definition);

it('writes for every item what stands outside of it', () => {
  const body = {
    slots: [
      { cell: '0010182', containers: [{ number: 'LNHU2001013', mass: '27160', bills: ['B1', 'B2'] }] },
      { cell: '0010184', containers: [{ number: 'LNHU2001029', mass: '2280' }] },
    ],
  };
  const written = compiled.ok ? compiled.value.write([{ type: 'Plan', body }]) : compiled;
  if (!compiled.ok || !written.ok) throw new Error('not written');
  const tree = compiled.value.parse(written.value);
  expect(tree.ok && compiled.value.read(tree.value).documents[0]?.body).toEqual(body);
});

it('refuses items that share a place and differ in it', () => {
  const containers = [
    { number: 'LNHU2001013', mass: '27160' },
    { number: 'LNHU2001029', mass: '2280' },
  ];
  const body = { slots: [{ cell: '0010182', containers }] };
  const written = compiled.ok ? compiled.value.write([{ type: 'Plan', body }]) : compiled;
  expect(written.ok ? [] : written.error.map(({ code }) => code)).toContain('MAPPING_WRITE_CONFLICT');
});
