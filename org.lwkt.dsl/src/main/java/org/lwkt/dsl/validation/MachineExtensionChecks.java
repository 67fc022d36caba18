// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.IpiLatency;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.model.MachineFacts;

/** What a machine extends, and the pairs of CPUs that it names or takes over. */
public class MachineExtensionChecks extends Checks {
    /** Reported at the first machine of the circle. */
    @Check
    public void noMachineExtendsItself(MachineDeclaration machine) {
        List<MachineDeclaration> lineage = MachineFacts.lineage(machine);
        MachineDeclaration next = lineage.getLast().getBase();
        if (lineage.size() == MachineFacts.LINEAGE_MAX && next != null && !lineage.contains(next)) {
            error(
                    "machine '" + machine.getName() + "' extends too many others, one after the other: at most "
                            + (MachineFacts.LINEAGE_MAX - 1),
                    LwktPackage.eINSTANCE.getMachineDeclaration_Base(),
                    IssueCodes.TOO_COMPLEX);
            return;
        }
        if (next == machine && lineage.stream().allMatch(it -> offsetOf(it) >= offsetOf(machine))) {
            String circle = lineage.stream().map(MachineDeclaration::getName).collect(Collectors.joining(" extends "));
            error(
                    "machine '" + machine.getName() + "' extends itself: " + circle + " extends " + machine.getName(),
                    LwktPackage.eINSTANCE.getMachineDeclaration_Base(),
                    IssueCodes.EXTENDS_ITSELF);
        }
    }

    @Check
    public void theCpusOfAPairAreTwoOfTheMachine(IpiLatency latency) {
        Long source = latency.getSource();
        Long target = latency.getTarget();
        MachineDeclaration machine = (MachineDeclaration) latency.eContainer();
        if (isCpu(source, machine, latency, LwktPackage.eINSTANCE.getIpiLatency_Source())
                && isCpu(target, machine, latency, LwktPackage.eINSTANCE.getIpiLatency_Target())
                && source.equals(target)) {
            error(
                    "a CPU sends no IPI to itself: the latency is that from one CPU to another",
                    LwktPackage.eINSTANCE.getIpiLatency_Target(),
                    IssueCodes.CPU_PAIR);
        }
    }

    private boolean isCpu(Long cpu, MachineDeclaration machine, EObject source, EStructuralFeature feature) {
        if (cpu == null) {
            return false;
        }
        OptionalLong cpus = MachineFacts.of(machine).cpus();
        if (cpus.isPresent() && cpu >= cpus.getAsLong()) {
            error(
                    "there is no cpu " + cpu + ": machine " + machine.getName() + has(cpus.getAsLong()),
                    source,
                    feature,
                    IssueCodes.CPU_RANGE);
            return false;
        }
        return true;
    }

    /** Fewer CPUs than the machine that it extends has latencies for. */
    @Check
    public void noLatencyIsTakenOverForACpuThatIsNotThere(MachineDeclaration machine) {
        OptionalLong cpus = MachineFacts.of(machine).cpus();
        if (machine.getBase() == null || cpus.isEmpty()) {
            return;
        }
        for (MachineDeclaration base : MachineFacts.lineage(machine.getBase())) {
            OptionalLong cpusOfBase = MachineFacts.of(base).cpus();
            for (MachineProperty property : base.getProperties()) {
                if (property instanceof IpiLatency it
                        && it.getSource() != null
                        && it.getTarget() != null
                        && cpusOfBase.isPresent()
                        && Math.max(it.getSource(), it.getTarget()) >= cpus.getAsLong()
                        && Math.max(it.getSource(), it.getTarget()) < cpusOfBase.getAsLong()) {
                    error(
                            "machine '" + base.getName() + "' has an ipi latency from cpu " + it.getSource()
                                    + " to cpu " + it.getTarget() + ", and machine " + machine.getName()
                                    + has(cpus.getAsLong()),
                            LwktPackage.eINSTANCE.getMachineDeclaration_Base(),
                            IssueCodes.LOST_PAIR);
                    return;
                }
            }
        }
    }

    private static int offsetOf(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        return node == null ? 0 : node.getOffset();
    }

    private static String has(long cpus) {
        return cpus == 1 ? " has one CPU, 0" : " has the CPUs 0 .. " + (cpus - 1);
    }
}
