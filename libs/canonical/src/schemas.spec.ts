import { commonSchema, documentSchemas, documentTypes, personalFieldsOf, validateDocument } from '#canonical';
import type { Json, JsonObject } from '#kernel';
import { isObject, placesOf } from './marks.js';

/** A property, with the schema it is of, as its author wrote it: references are not followed. */
interface Property {
  readonly place: string;
  readonly name: string;
  readonly schema: JsonObject;
}

const schemas: readonly (readonly [string, JsonObject])[] = [
  ...documentTypes.map((type) => [type, documentSchemas[type]] as const),
  ['Common', commonSchema],
];

/** Every property that a schema writes down, in its definitions too. */
function propertiesOf(title: string, schema: JsonObject): Property[] {
  const found: Property[] = [];
  const visit = (node: Json | undefined, place: string): void => {
    if (!isObject(node)) return;
    for (const [name, inner] of Object.entries(isObject(node.properties) ? node.properties : {})) {
      if (!isObject(inner)) continue;
      found.push({ place: `${place}/${name}`, name, schema: inner });
      visit(inner, `${place}/${name}`);
    }
    visit(node.items, `${place}/*`);
    for (const [name, inner] of Object.entries(isObject(node.$defs) ? node.$defs : {})) {
      visit(inner, `${place}#${name}`);
    }
  };
  visit(schema, title);
  return found;
}

const all = schemas.flatMap(([title, schema]) => propertiesOf(title, schema));

/** Whether the property holds a value itself, and not further properties. */
const isLeaf = ({ schema }: Property): boolean =>
  !isObject(schema.properties) &&
  !isObject(schema.items) &&
  (schema.type === 'string' || leafKinds.has(String(schema.$ref).split('/').pop() ?? ''));

const leafKinds = new Set(
  Object.entries(isObject(commonSchema.$defs) ? commonSchema.$defs : {}).flatMap(([name, kind]) =>
    isObject(kind) && kind.type === 'string' ? [name] : [],
  ),
);

/** Names and titles of what says who a person is, or how to reach one. */
const personal = {
  name: /^(?:surname|givenName|dateOfBirth|birthDate|passport\w*|email|mobile|phone|\w*Phone|idNumber|inspector|officer|signatory|driverName|declarantName|contactName|plateNumber)$/,
  zh: /姓名|出生日期|身份证|证件号|护照号|手机|电话|邮箱|住址|家庭地址|车牌号|报关员|报检员|^IC卡|联系人$|人员$/,
};

/** Titles that only sound like it. */
const notPersonal = /类别|种类|名单|人数|是否|许可证件|提单|客户端/;

/** What agencies, ports and enterprises tell each other of: the whole of clearance. */
const clearance =
  `Declaration DeclarationStatus CargoManifest ArrivalReport LoadingReport TallyReport InspectionApplication
  InspectionResult TransferSlip Certificate CrewList PassengerList TourGroupList VesselPreArrival VesselPermit VesselCallEvent
  BerthPlan GateMove ContainerMove StowagePlan LoadList ReleaseOrder TransitDeclaration RailMovement FeeNotice FeePayment
  Appointment EnterpriseClass SurveyResponse`.split(/\s+/);

describe('the schemas of documents', () => {
  it('are there for the whole of clearance', () => {
    expect(documentTypes).toEqual(expect.arrayContaining(clearance));
  });

  it.each(schemas)('%s: every property has its title in Chinese and English', (title) => {
    const untitled = all
      .filter(({ place }) => place.startsWith(`${title}/`) || place.startsWith(`${title}#`))
      .filter(
        ({ schema }) =>
          !/[A-Za-z]{2}/.test(String(schema.description ?? '')) ||
          !/[\u4e00-\u9fff]|^[A-Z]{2,}$/.test(String(schema['x-zh'] ?? '')),
      )
      .map(({ place }) => place);
    expect(untitled).toEqual([]);
  });

  it('marks as personal what says who a person is, or how to reach one', () => {
    const unmarked = all
      .filter(isLeaf)
      .filter(({ name, schema }) => {
        const title = String(schema['x-zh']);
        return (personal.name.test(name) || personal.zh.test(title)) && !notPersonal.test(title);
      })
      .filter(({ schema }) => schema['x-privacy'] !== 'personal')
      .map(({ place, schema }) => `${place} ${String(schema['x-zh'])}`);
    expect(unmarked).toEqual([]);
  });

  it('masks what no rule names where a document tells of persons by their documents: it may be of a person', () => {
    const open = documentTypes.filter((type) => {
      const fields = personalFieldsOf(type);
      const persons = fields.some((field) =>
        /\/(?:idNumber|documentNumber|surname|dateOfBirth)$/.test(field),
      );
      return persons && !fields.includes('/extensions');
    });
    expect(open).toEqual([]);
  });

  it('takes nothing personal for a key, as keys go wherever the document goes', () => {
    const leaking = documentTypes.flatMap((type) =>
      placesOf(documentSchemas[type])
        .filter(({ schema }) => schema['x-privacy'] === 'personal' && schema['x-key'] !== undefined)
        .map(({ steps }) => `${type}/${steps.join('/')}`),
    );
    expect(leaking).toEqual([]);
  });

  it.each(documentTypes)('%s has a primary key, and names only places that it has', (type) => {
    const schema = documentSchemas[type];
    const leaves = new Set(
      placesOf(schema).flatMap(({ steps, schema: place }) =>
        place.type === 'string' ? [`/${steps.join('/')}`] : [],
      ),
    );
    const places = new Set(placesOf(schema).map(({ steps }) => `/${steps.join('/')}`));
    const primary = texts(schema['x-primary-key']);
    expect(primary).not.toEqual([]);
    const joined = list(schema['x-joined-keys']).flatMap((key) => (isObject(key) ? texts(key.pointers) : []));
    for (const pointer of [...primary, ...texts(schema['x-occurred-at']), ...joined]) {
      expect({ pointer, there: leaves.has(pointer) }).toEqual({ pointer, there: true });
    }
    for (const pointer of texts(schema['x-expected'])) {
      expect({ pointer, there: places.has(pointer) }).toEqual({ pointer, there: true });
    }
  });

  it.each(documentTypes)('%s is called alike everywhere, and its examples are valid', (type) => {
    const schema = documentSchemas[type];
    const file = type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    expect(schema.title).toBe(type);
    expect(schema.$id).toBe(`https://tongguan.dev/schemas/documents/${file}.schema.json`);
    expect(schema['x-version']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(schema.description).toMatch(/[A-Za-z]{2}/);
    expect(schema['x-zh']).toMatch(/[\u4e00-\u9fff]/);
    for (const example of list(schema.examples)) expect(validateDocument(type, example)).toEqual([]);
  });

  it('names elements of the WCO data model and of the IMO compendium by their numbers', () => {
    const wrong = all.filter(
      ({ schema }) =>
        (schema['x-wco'] !== undefined && !/^\d{3}$/.test(String(schema['x-wco']))) ||
        (schema['x-imo'] !== undefined && !/^IMO\d{4}$/.test(String(schema['x-imo']))),
    );
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });
});

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const texts = (value: Json | undefined): readonly string[] => list(value).map(String);
