// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Nearest;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.CountBounds;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.FractionBounds;
import org.lwkt.dsl.lwkt.IpiLatency;
import org.lwkt.dsl.lwkt.Literal;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.MachineParameter;
import org.lwkt.dsl.model.SweepParameters;
import org.lwkt.dsl.model.Visible;
import org.lwkt.runtime.scenario.Sweep;
import org.lwkt.runtime.source.TimeText;

/** Parameters of scenarios: their names, their values, how many runs they make, and where they stand. */
public class SweepChecks extends Checks {
    /** Features that hold a number wherever they are; the other constants are times, but for bounds. */
    private static final Set<String> NUMBERS =
            Set.of("sizeParameter", "levelParameter", "cpuParameter", "sourceParameter", "targetParameter");

    @Check
    public void parametersAreDeclaredOnce(ScenarioDeclaration scenario) {
        checkUnique(
                scenario.getParameters(),
                SweepParameters::nameOf,
                null,
                name -> "parameter '" + name + "'",
                IssueCodes.DUPLICATE_PARAMETER);
    }

    /** A parameter hides nothing, and nothing hides it. */
    @Check
    public void namesMeanOneThing(ScenarioDeclaration scenario) {
        for (SweepParameter parameter : scenario.getParameters()) {
            String name = parameter.getName();
            if (name == null) {
                continue;
            }
            Declarations.threads(scenario).stream()
                    .filter(it -> name.equals(it.getName()))
                    .findFirst()
                    .ifPresent(it -> clash(parameter, "a thread", it));
            resources(scenario).stream()
                    .filter(it -> name.equals(it.getName()))
                    .findFirst()
                    .ifPresent(
                            it -> clash(parameter, Kind.of(it).map(Kind::title).orElse("something"), it));
        }
    }

    private static List<ResourceDeclaration> resources(ScenarioDeclaration scenario) {
        List<ResourceDeclaration> resources = new ArrayList<>(Visible.resources((LwktFile) scenario.eContainer()));
        resources.addAll(EcoreUtil2.typeSelect(scenario.getMembers(), ResourceDeclaration.class));
        return resources;
    }

    private void clash(SweepParameter parameter, String other, EObject declaration) {
        boolean here = declaration.eResource() == parameter.eResource();
        error(
                "'" + parameter.getName() + "' is " + other + " already"
                        + (here ? ", declared in line " + lineOf(declaration) : ", which is imported"),
                parameter,
                LwktPackage.eINSTANCE.getSweepParameter_Name(),
                IssueCodes.DUPLICATE_PARAMETER);
    }

    @Check
    public void variablesHideNoParameter(VariableDeclaration variable) {
        SweepParameters.around(variable).stream()
                .filter(it -> it.getName() != null && it.getName().equals(variable.getName()))
                .findFirst()
                .ifPresent(it -> error(
                        "'" + variable.getName() + "' is a parameter of the scenario already",
                        LwktPackage.eINSTANCE.getVariableDeclaration_Name(),
                        IssueCodes.DUPLICATE_VARIABLE));
    }

    @Check
    public void thePropertyIsKnown(SweepParameter parameter) {
        String property = parameter.getProperty();
        if (property != null && MachineParameter.named(property).isEmpty()) {
            error(
                    "no property of a machine that a parameter can be is called '" + property + "'"
                            + Nearest.hint(property, MachineParameter.names()),
                    LwktPackage.eINSTANCE.getSweepParameter_Property(),
                    IssueCodes.UNKNOWN_PROPERTY,
                    Replacement.nearest(property, MachineParameter.names()));
        }
    }

    @Check
    public void valuesAreOfOneKind(SweepParameter parameter) {
        Optional<MachineParameter> property = MachineParameter.named(parameter.getProperty());
        Optional<Kind> wanted =
                property.isPresent() ? property.map(MachineParameter::kind) : SweepParameters.kind(parameter);
        Set<String> seen = new HashSet<>();
        for (Expression value : parameter.getValues()) {
            String text = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(value));
            if (!isReadable(value)) {
                return;
            }
            boolean fraction = SweepParameters.kind(value).isEmpty();
            boolean fits = wanted.isEmpty()
                    ? SweepParameters.fraction(value).isPresent()
                    : SweepParameters.kind(value).equals(wanted);
            if (!fits) {
                String found = fraction
                        ? "a fraction"
                        : SweepParameters.kind(value).orElseThrow().title();
                fail(
                        "expected " + wanted.map(Kind::title).orElse("a fraction") + ", and this is " + found,
                        value,
                        IssueCodes.TYPE);
                return;
            }
            if (!seen.add(text)) {
                fail("the value " + text + " is there twice: each is a run", value, IssueCodes.DUPLICATE_VALUE);
            }
            property.ifPresent(it -> checkRange(it, value));
        }
    }

    /** Reports a literal that is no value. */
    private boolean isReadable(Expression value) {
        Expression literal = value instanceof Negation negation ? negation.getOperand() : value;
        return !(literal instanceof Literal)
                || SweepParameters.kind(literal).isEmpty()
                        && SweepParameters.fraction(literal).isPresent()
                || new ExpressionChecker(this).isReadable(literal);
    }

    private void checkRange(MachineParameter property, Expression value) {
        OptionalLong known = Constants.of(value);
        if (known.isPresent() && !property.isInRange(known.getAsLong())) {
            String range = property.most() == Long.MAX_VALUE
                    ? "at least " + shown(property, property.least())
                    : shown(property, property.least()) + " .. " + shown(property, property.most());
            fail(
                    property.word() + " is " + range + ", not " + shown(property, known.getAsLong()),
                    value,
                    IssueCodes.VALUE_RANGE);
        }
    }

    private static String shown(MachineParameter property, long value) {
        return property.kind() == Kind.TIME ? TimeText.of(value) : String.valueOf(value);
    }

    @Check
    public void thereAreNotTooManyRuns(ScenarioDeclaration scenario) {
        long runs = 1;
        for (SweepParameter parameter : scenario.getParameters()) {
            runs *= parameter.getValues().size();
            if (runs > Sweep.RUNS_MAX) {
                error(
                        "up to here these are " + runs + " runs: a scenario has at most " + Sweep.RUNS_MAX,
                        parameter,
                        null,
                        IssueCodes.TOO_MANY_RUNS);
                return;
            }
        }
    }

    /** Fewer CPUs than the machine has latencies for. */
    @Check
    public void noLatencyIsOfACpuThatIsNotThere(ScenarioDeclaration scenario) {
        OptionalLong cpus = SweepParameters.ofMachine(scenario, MachineParameter.CPUS.word())
                .map(SweepParameters::value)
                .orElse(OptionalLong.empty());
        if (cpus.isEmpty()) {
            return;
        }
        for (MachineDeclaration machine : MachineFacts.lineage(scenario.getMachine())) {
            for (MachineProperty property : machine.getProperties()) {
                if (property instanceof IpiLatency it
                        && it.getSource() != null
                        && it.getTarget() != null
                        && Math.max(it.getSource(), it.getTarget()) >= cpus.getAsLong()) {
                    error(
                            "machine '" + machine.getName() + "' has an ipi latency from cpu " + it.getSource()
                                    + " to cpu " + it.getTarget() + ", and there are " + cpus.getAsLong() + " cpus",
                            LwktPackage.eINSTANCE.getScenarioDeclaration_Machine(),
                            IssueCodes.LOST_PAIR);
                    return;
                }
            }
        }
    }

    @Check
    public void parametersAreUsed(ScenarioDeclaration scenario) {
        if (scenario.getParameters().isEmpty()) {
            return;
        }
        Set<EObject> used = new HashSet<>();
        for (TreeIterator<EObject> parts = scenario.eAllContents(); parts.hasNext(); ) {
            used.addAll(parts.next().eCrossReferences());
        }
        if (used.stream().anyMatch(EObject::eIsProxy)) {
            return;
        }
        for (SweepParameter parameter : scenario.getParameters()) {
            if (parameter.getName() != null && !used.contains(parameter)) {
                warning(
                        "parameter '" + parameter.getName() + "' is not used: all of its values make the same run",
                        parameter,
                        LwktPackage.eINSTANCE.getSweepParameter_Name(),
                        IssueCodes.UNUSED_PARAMETER);
            }
        }
    }

    @Check
    public void parametersFitTheirPlaces(ScenarioDeclaration scenario) {
        for (TreeIterator<EObject> parts = scenario.eAllContents(); parts.hasNext(); ) {
            EObject owner = parts.next();
            for (EReference reference : owner.eClass().getEAllReferences()) {
                if (reference.getEReferenceType() == LwktPackage.eINSTANCE.getSweepParameter()
                        && !reference.isContainment()
                        && owner.eGet(reference) instanceof SweepParameter parameter
                        && !parameter.eIsProxy()) {
                    checkPlace(parameter, reference, owner);
                }
            }
        }
    }

    private void checkPlace(SweepParameter parameter, EReference place, EObject owner) {
        Optional<Kind> kind = SweepParameters.kind(parameter);
        String found = kind.map(Kind::title).orElse("a fraction");
        String wanted;
        boolean fits;
        if (owner instanceof FractionBounds) {
            wanted = "a number such as 0.95";
            fits = kind.isEmpty() || kind.get() == Kind.INT;
        } else {
            Kind constant = owner instanceof CountBounds || NUMBERS.contains(place.getName()) ? Kind.INT : Kind.TIME;
            wanted = constant.title();
            fits = kind.isPresent() && kind.get() == constant;
        }
        if (!fits) {
            error(
                    "expected " + wanted + ", and parameter '" + SweepParameters.nameOf(parameter) + "' is " + found,
                    owner,
                    place,
                    IssueCodes.TYPE);
        } else if (negative(parameter).isPresent()) {
            error(
                    "this cannot be negative, and parameter '" + SweepParameters.nameOf(parameter) + "' has the value "
                            + negative(parameter).get(),
                    owner,
                    place,
                    IssueCodes.VALUE_RANGE);
        }
    }

    private static Optional<String> negative(SweepParameter parameter) {
        return parameter.getValues().stream()
                .filter(Negation.class::isInstance)
                .map(it -> NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(it)))
                .findFirst();
    }

    private void fail(String message, Expression value, String code) {
        SweepParameter parameter = EcoreUtil2.getContainerOfType(value, SweepParameter.class);
        List<Expression> values = parameter.getValues();
        error(message, parameter, LwktPackage.eINSTANCE.getSweepParameter_Values(), values.indexOf(value), code);
    }
}
